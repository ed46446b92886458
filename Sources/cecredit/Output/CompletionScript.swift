/// The scripts by which shells complete the program's words. They know nothing themselves: `__complete` does.
enum CompletionScript: String, CaseIterable {
  case bash, zsh, fish

  /// The script.
  var text: String {
    switch self {
    case .bash: CompletionScript.bashScript
    case .zsh: CompletionScript.zshScript
    case .fish: CompletionScript.fishScript
    }
  }

  /// bash takes `--option=value` apart at the sign; it is put together again, and only the value is offered.
  private static let bashScript = #"""
    # bash completion for cecredit
    _cecredit() {
      local words=() word line part=0 i
      for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((${#words[@]})) && [[ ${words[-1]} == --* ]] && [[ $word == = || ${COMP_WORDS[i - 1]} == = ]]; then
          words[-1]+=$word
        else
          words+=("$word")
        fi
      done
      [[ ${words[-1]} == --*=* && ${COMP_WORDS[COMP_CWORD]} != --* ]] && part=1
      COMPREPLY=()
      while IFS= read -r line; do
        case $line in
          :files) compopt -o filenames 2>/dev/null
            while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "${words[-1]##*=}") ;;
          :folders) compopt -o filenames 2>/dev/null
            while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -d -- "${words[-1]##*=}") ;;
          *)
            line=${line%%$'\t'*}
            ((part)) && line=${line#*=}
            [[ $line == *[\ \'\"\$\&\;\|\(\)\<\>\`\\*?]* ]] && line=$(printf %q "$line")
            [[ $line == *= ]] && compopt -o nospace 2>/dev/null
            COMPREPLY+=("$line") ;;
        esac
      done < <("${COMP_WORDS[0]}" __complete -- "${words[@]}" 2>/dev/null)
    }
    complete -F _cecredit cecredit

    """#

  private static let zshScript = #"""
    #compdef cecredit
    # zsh completion for cecredit
    _cecredit() {
      local line
      local -a candidates
      for line in "${(@f)$("${words[1]}" __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
        case $line in
          '') ;;
          :files) _files ;;
          :folders) _files -/ ;;
          *$'\t'*) candidates+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}") ;;
          *) candidates+=("${line//:/\\:}") ;;
        esac
      done
      (($#candidates)) && _describe -t cecredit cecredit candidates
    }
    if [[ $funcstack[1] == _cecredit ]]; then _cecredit "$@"; else compdef _cecredit cecredit; fi

    """#

  private static let fishScript = #"""
    # fish completion for cecredit
    function __cecredit_complete
      set -l words (commandline -opc) (commandline -ct)
      for line in ($words[1] __complete -- $words[2..-1] 2>/dev/null)
        switch $line
          case :files
            __fish_complete_path (commandline -ct)
          case :folders
            __fish_complete_directories (commandline -ct)
          case '*'
            echo $line
        end
      end
    end
    complete -c cecredit -f -a '(__cecredit_complete)'

    """#
}
