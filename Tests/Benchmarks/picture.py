"""A picture of bars: panels of (label, value, text), the first of each panel in another colour."""

from xml.sax.saxutils import escape

WIDTH, LABEL, BAR, ROW, HEAD = 760, 190, 420, 24, 44


def svg(panels, footer):
  y, parts = 12, []
  for title, unit, rows in panels:
    longest = max(value for _, value, _ in rows) or 1
    parts.append(f'<text x="12" y="{y + 20}" class="title">{escape(title)}</text>')
    parts.append(f'<text x="{WIDTH - 12}" y="{y + 20}" text-anchor="end" class="unit">{escape(unit)}</text>')
    y += HEAD - 8
    for index, (label, value, text) in enumerate(rows):
      width = max(1, BAR * value / longest)
      middle = y + ROW / 2 + 4
      parts.append(f'<text x="{LABEL - 8}" y="{middle}" text-anchor="end">{escape(label)}</text>')
      parts.append(f'<rect x="{LABEL}" y="{y + 3}" width="{width:.1f}" height="{ROW - 6}" '
                   f'fill="{"#1f6f5c" if index == 0 else "#a9b8b3"}"/>')
      parts.append(f'<text x="{LABEL + width + 6:.1f}" y="{middle}">{escape(text)}</text>')
      y += ROW
    y += 16
  parts.append(f'<text x="12" y="{y + 10}" class="unit">{escape(footer)}</text>')
  style = "text{font:13px sans-serif;fill:#222}.title{font-weight:bold}.unit{fill:#666;font-size:11px}"
  return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y + 24}" width="{WIDTH}" height="{y + 24}">'
          f"<style>{style}</style><rect width='100%' height='100%' fill='#fff'/>{''.join(parts)}</svg>\n")
