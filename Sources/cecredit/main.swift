import ContinuingEdCore
import Glibc

// As the system has them: `CommandLine.arguments` would mend a file's name that is not UTF-8.
exit(
  Program.run((0..<Int(CommandLine.argc)).compactMap { CommandLine.unsafeArgv[$0].map { PathName.text($0) } })
)
