/// The script of the people's table: search, filters, order, how many are shown, and all of it in the address. The page
/// says everything without it.
enum CheckPageScript {
  /// The script in a language.
  static func text(_ language: Language) -> String {
    let count = language.pick(
      "'显示 '+n+' / '+list.length+' 人'", "n+' of '+list.length+' people shown'")
    return """
      (function(){'use strict';
      var f=document.getElementById('tools'),out=f&&f.querySelector('output'),keys=['q','v','u','s'],open='';
      if(!f)return;
      var list=Array.prototype.map.call(document.querySelectorAll('tr.r'),function(r,i){
      var c=r.children,p=document.getElementById('p'+r.id.slice(1));
      return{r:r,i:i,g:r.parentNode,v:r.classList[1],n:c[1].textContent,u:c[2].textContent,d:c[3].textContent,
      m:+r.getAttribute('data-m'),p:p&&p.parentNode}});
      var groups=Array.prototype.slice.call(document.querySelectorAll('details.group'));
      var orders={name:function(a,b){return a.n.localeCompare(b.n,'zh-CN')},unit:function(a,b){return a.u.localeCompare(b.u,'zh-CN')},
      missing:function(a,b){return b.m-a.m}},last='';
      function sort(){
      var s=f.elements.s.value;if(s===last)return;last=s;
      var by=orders[s],l=list.slice();
      l.sort(function(a,b){return(by?by(a,b):0)||a.i-b.i});
      l.forEach(function(x){x.g.appendChild(x.r);if(x.p)x.p.parentNode.appendChild(x.p)})}
      function show(){
      var q=f.elements.q.value.trim().toLowerCase(),v=f.elements.v.value,u=f.elements.u.value,n=0,seen=new Map();
      list.forEach(function(x){
      var on=(!q||x.n.toLowerCase().indexOf(q)>=0||x.d.toLowerCase().indexOf(q)>=0)&&(!v||x.v===v)&&(!u||x.u===u);
      if(x.r.hidden===on)x.r.hidden=!on;
      if(x.p&&x.p.hidden===on)x.p.hidden=!on;
      seen.set(x.g,seen.get(x.g)||on);if(on)n++});
      seen.forEach(function(on,g){g.hidden=!on});
      groups.forEach(function(g){var on=seen.get(g.querySelector('tbody'));g.hidden=!on;if(on&&(q||v||u)&&n<=500)g.open=true});
      sort();out.textContent=\(count)}
      function save(){
      var s=new URLSearchParams();keys.forEach(function(k){var w=f.elements[k].value;if(w)s.set(k,w)});
      if(open)s.set('p',open);
      try{history.replaceState(null,'','#'+s)}catch(e){}}
      function reveal(id,move){
      var p=document.getElementById(id);if(!p)return false;
      var d=p.parentNode;if(d.tagName==='DETAILS')d.open=true;
      if(move){d.scrollIntoView();var s=d.querySelector('summary');if(s)s.focus()}
      return true}
      function load(){
      var s=new URLSearchParams(location.hash.slice(1));
      keys.forEach(function(k){var e=f.elements[k];e.value=s.get(k)||'';if(e.selectedIndex<0)e.selectedIndex=0});
      open=s.get('p')||'';show();
      if(open)reveal('p'+open,true);else if(/^#p\\d+$/.test(location.hash))reveal(location.hash.slice(1),true)}
      f.addEventListener('input',function(){show();save()});
      f.addEventListener('submit',function(e){e.preventDefault()});
      f.addEventListener('reset',function(){setTimeout(function(){open='';show();save()})});
      f.elements.print.addEventListener('click',function(){window.print()});
      document.addEventListener('click',function(e){
      var a=e.target.closest&&e.target.closest('a[href^="#p"]');
      if(!a||!/^#p\\d+$/.test(a.getAttribute('href')))return;
      if(reveal(a.getAttribute('href').slice(1),true)){e.preventDefault();open=a.getAttribute('href').slice(2);save()}});
      window.addEventListener('hashchange',load);
      f.hidden=false;load()})();
      """
  }
}
