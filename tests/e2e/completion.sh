# What shells are told: commands, options and values of the program, in bash and in zsh as they are.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir bin
ln -s "$ZHITU" bin/zhitu
PATH=$work/bin:$PATH
export TERM=dumb
offered() { "$ZHITU" completion words -- "$@" | xargs; } # for the last word

equal "commands" "render" "$(offered ren)"
equal "all commands" "$("$ZHITU" --help --lang en | sed -nE 's/^  ([a-z]+) .*/\1/p' | sort | xargs)" "$(offered "" | tr ' ' '\n' | sort | xargs)"
equal "outputs" "$("$ZHITU" list outputs | cut -f 1 | xargs)" "$(offered render -f "")"
equal "a further output" "pdf,svg" "$(offered render -f pdf,s)"
equal "profiles" "$("$ZHITU" list profiles | cut -f 1 | xargs)" "$(offered gallery --profile "")"
equal "a value behind =" "--profile=press" "$(offered render --profile=pr)"
equal "words of an option of outputs" "text paths" "$(offered render --svg-text "")"
equal "words of an option of the command" "pdfx4 pdfx1a screen" "$(offered preflight --for "")"
equal "words of an option of all commands" "text json junit sarif github" "$(offered dump --format "")"
equal "options" "--ppi --previous --profile" "$(offered render --p | tr ' ' '\n' | sort | xargs)"
equal "templates" "$("$ZHITU" list templates | cut -f 1 | grep '^r' | xargs)" "$(offered check -t r)"
equal "themes" "$("$ZHITU" list themes | cut -f 1 | xargs)" "$(offered check --theme "")"
equal "what list takes" "outputs profiles" "$(offered list outputs) $(offered list profil)"
equal "codes" "weekday" "$(offered explain weekd)"
equal "a level: first the code" "weekday=" "$(offered check --level weekd)"
equal "then what it is" "weekday=warning" "$(offered check --level weekday=w)"
equal "options before the command" "--format" "$(offered --form)"
equal "names of files are the shell's" "" "$(offered check da)$(offered render -o x)$(offered check --report x)"

# Every option of every command that its help names is offered.
for command in $(offered ""); do
    missing=$("$ZHITU" "$command" --help --lang en | sed -nE 's/^  ((-[a-z], )?--[a-z-]+).*/\1/p; s/^  (-[a-z]) .*/\1/p' | grep -oE -- '-[a-zA-Z-]+' | while read -r option; do
        "$ZHITU" completion words -- "$command" - | grep -qx -- "$option" || echo "$option"
    done)
    equal "$command: every option of --help" "" "$missing"
done

# bash, whose words end at "=" and ":".
cat >ask.bash <<'B'
source <(zhitu completion bash)
ask() { # LINE, as words of bash
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
    _zhitu 2>/dev/null
    echo "${COMPREPLY[*]}"
}
B
in_bash() { bash -c '. ./ask.bash; ask "$@"' bash "$@"; }
equal "bash: commands" "render read" "$(in_bash zhitu re)"
equal "bash: options" "--ppi --previous --profile" "$(in_bash zhitu render --p | xargs -n 1 | sort | xargs)"
equal "bash: a value behind =" "press" "$(in_bash zhitu render --profile = pr)"
equal "bash: a level" "warning" "$(in_bash zhitu check --level weekday = w)"
check "bash: it is installed for zhitu" bash -c '. ./ask.bash; complete -p zhitu | grep -q "_zhitu zhitu"'

# zsh, by its own editor: a line typed, a tab, and what stands there then.
if command -v zsh >/dev/null; then
    cat >ask.zsh <<'Z'
zmodload zsh/zpty
zpty shell zsh -f -i
typed() { # LINE: the line after a tab
    local out all=
    zpty -w shell "$1"$'\t'$'\C-a'"print -r -- GOT: "$'\C-e'
    while zpty -r -t shell out 2>/dev/null || { sleep 0.3; zpty -r -t shell out 2>/dev/null; }; do
        all+=$out
        [[ $all == *$'\n'GOT:*$'\n'* ]] && break
    done
    print -r -- "$all" | tr -d '\r' | sed -n 's/^GOT: *//p' | tail -n 1
}
zpty -w shell "PS1= ; unsetopt zle_bracketed_paste 2>/dev/null; autoload -Uz compinit; compinit -D -u; source <(zhitu completion zsh); print READY"
while zpty -r shell line; do [[ $line == *READY* && $line != *print* ]] && break; done
for line in "$@"; do typed "$line"; done
Z
    zsh -f ask.zsh "zhitu rend" "zhitu render --prof" "zhitu explain weekd" "zhitu check --level weekday=wa" >got 2>&1
    equal "zsh: a command, an option, a code, a level" "zhitu render|zhitu render --profile|zhitu explain weekday|zhitu check --level weekday=warning" "$(sed 's/ *$//' got | paste -sd '|')"
else
    skip "zsh" "not installed"
fi

# Wrong usage.
rc=0
"$ZHITU" completion fish --lang en >said 2>&1 || rc=$?
equal "another shell: status 2, told" "2 1" "$rc $(grep -c 'bash or zsh' said)"
