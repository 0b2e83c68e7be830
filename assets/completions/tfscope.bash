# Completion of tfscope's commands, options and files for bash.
_tfscope() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
    local commands="open export run names tree trace explain diff verify lessons"
    local options="--tf --python --seed --allow-read --allow-write --lang --json --at --all --ascii --plain --quiet --stats --lessons --no-course
        --output --format --force --cast --tensorboard --present --session --follow --notes --progress --log --theme --color --no-mouse --keys --script --size --dump
        --max-steps --max-memory --max-depth --max-output --max-tensor --help --version"
    case $prev in
        --tf) COMPREPLY=($(compgen -W "$(seq -f 1.%g 0 15)" -- "$cur")); return ;;
        --python) COMPREPLY=($(compgen -W "2 3" -- "$cur")); return ;;
        --lang) COMPREPLY=($(compgen -W "en zh" -- "$cur")); return ;;
        --theme) COMPREPLY=($(compgen -W "dark light contrast mono" -- "$cur")); return ;;
        --color) COMPREPLY=($(compgen -W "auto always never" -- "$cur")); return ;;
        --size) COMPREPLY=($(compgen -W "80x24 120x40" -- "$cur")); return ;;
        --keys|--script|--session|--log) COMPREPLY=($(compgen -f -- "$cur")); return ;;
        --seed|--at|--max-*) return ;;
        --lessons|--allow-read|--allow-write|--progress|--tensorboard) COMPREPLY=($(compgen -d -- "$cur")); return ;;
    esac
    if [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$cur"))
    elif [[ $COMP_CWORD -eq 1 ]]; then
        local ids=$("${COMP_WORDS[0]}" lessons 2>/dev/null | cut -d' ' -f1)
        COMPREPLY=($(compgen -W "$commands $ids" -- "$cur") $(compgen -f -- "$cur"))
    elif [[ $COMP_CWORD -eq 2 && $prev == lessons ]]; then
        COMPREPLY=($(compgen -W "check new report" -- "$cur"))
    else
        COMPREPLY=($(compgen -f -- "$cur"))
    fi
}
complete -F _tfscope tfscope
