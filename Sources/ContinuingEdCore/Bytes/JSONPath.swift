/// The way from the top of a JSON file to a value, as in `activities[3].basis.perItem`.
package indirect enum JSONPath: Sendable {
  /// The file as a whole.
  case top
  /// The value of a key of the object at a path.
  case key(JSONPath, String)
  /// An item of the array at a path, counted from 0.
  case index(JSONPath, Int)

  /// The path of a key of this object.
  package func appending(_ name: String) -> JSONPath { .key(self, name) }
  /// The path of an item of this array.
  package func appending(_ index: Int) -> JSONPath { .index(self, index) }

  /// The path of these steps from the top.
  init(_ steps: [Step]) {
    self = steps.reduce(.top) { path, step in
      switch step {
      case .key(let name): path.appending(name)
      case .index(let index): path.appending(index)
      }
    }
  }

  /// The steps from the top.
  package var steps: [Step] {
    var steps: [Step] = []
    var rest = self
    while true {
      switch rest {
      case .top: return steps.reversed()
      case .key(let parent, let name):
        steps.append(.key(name))
        rest = parent
      case .index(let parent, let index):
        steps.append(.index(index))
        rest = parent
      }
    }
  }

  /// One step of a path.
  package enum Step: Hashable, Sendable {
    /// Into an object.
    case key(String)
    /// Into an array, counted from 0.
    case index(Int)
  }
}

extension JSONPath: CustomStringConvertible {
  /// Keys joined by points, indices in brackets; empty for the top.
  package var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .key(let name): text += text.isEmpty ? name : "." + name
      case .index(let index): text += "[" + String(index) + "]"
      }
    }
    return text
  }
}

extension JSONValue {
  /// The value at a path, or nil if there is none.
  package func value(at path: JSONPath) -> JSONValue? {
    var value = self
    for step in path.steps {
      switch (step, value.content) {
      case (.key(let name), .object(let members)):
        guard let member = members.first(where: { $0.name == name }) else { return nil }
        value = member.value
      case (.index(let index), .array(let items)):
        guard items.indices.contains(index) else { return nil }
        value = items[index]
      default: return nil
      }
    }
    return value
  }
}
