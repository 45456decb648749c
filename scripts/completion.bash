# Completion of zhitu for bash: commands, options and their values, as the program itself lists them.
# Installed as share/bash-completion/completions/zhitu.
_zhitu() {
    local word=${COMP_WORDS[COMP_CWORD]} last=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]-} words="" help before
    if [ "$COMP_CWORD" = 1 ]; then
        words=$(zhitu --help --lang en 2>/dev/null | sed -nE 's/^  ([a-z]+) +.*/\1/p')
    elif [ "$last" = -f ] || [ "$last" = --outputs ]; then
        # Those named already stay before the last comma.
        case $word in *,*) before=${word%,*}, ;; *) before="" ;; esac
        words=$(zhitu list outputs 2>/dev/null | cut -f 1 | sed "s/^/$before/")
    elif [ "$command" = list ] && [ "$COMP_CWORD" = 2 ]; then
        words=$(zhitu list --help --lang en | sed -nE 's/^ +\[?OPTIONS\]? //; s/^usage: zhitu list \[OPTIONS\] //p; s/^ +([a-z|]+)$/\1/p' | tr '|' ' ')
    else
        help=$(zhitu "$command" --help --lang en 2>/dev/null)
        case $last in
        -t | --template) words=$(zhitu list templates 2>/dev/null) ;;
        --theme) words=$(zhitu list themes 2>/dev/null) ;;
        # The words of an option stand behind it, with bars between.
        --*) words=$(sed -nE "s/^  $last ([a-z0-9-]+(\|[a-z0-9-]+)+) .*/\1/p" <<<"$help" | tr '|' ' ') ;;
        esac
        if [ -z "$words" ] && [[ $word = -* ]]; then
            words=$(grep -oE '(^|[ ,])--?[a-z-]+' <<<"$(grep '^  -' <<<"$help")" | tr -d ' ,')
        fi
    fi
    # shellcheck disable=SC2207
    COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _zhitu zhitu
