# What the scripts of this folder share: messages, packages of the system, a PostgreSQL of their own. Sourced, never run.
# shellcheck shell=bash
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDTERMINALLOGGER=off

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

need_sdk() {
    command -v dotnet >/dev/null || fail "The .NET 10 SDK is missing: see https://dotnet.microsoft.com/download/dotnet/10.0"
    (cd "$root" && dotnet --version >/dev/null 2>&1) ||
        fail "dotnet is here, but not the SDK that global.json asks for (10.0.100 or a later 10.0): see https://dotnet.microsoft.com/download/dotnet/10.0"
}

# Debian's Python: another python3 that stands earlier in PATH does not see Debian's modules.
python=/usr/bin/python3

postgres_bin() {
    local initdb
    initdb=$(command -v initdb || ls -1 /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1)
    [[ -n $initdb ]] && dirname -- "$initdb"
}

# A thing counts as present when it works, however it came here.
is_present() {
    case $1 in
        chromium | chromium-headless-shell) [[ -x /usr/bin/$1 ]] ;;
        postgresql) postgres_bin >/dev/null ;;
        fonts-noto-core) [[ -e /usr/share/fonts/truetype/noto/NotoSans-Regular.ttf ]] || fc-list 2>/dev/null | grep -q 'NotoSans-Regular' ;;
        poppler-utils) command -v pdftotext >/dev/null ;;
        dovecot-imapd) [[ -x /usr/sbin/dovecot ]] || command -v dovecot >/dev/null ;;
        python3-*) [[ -x $python ]] && "$python" -c "import ${1#python3-}" 2>/dev/null ;;
        *) dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed ;;
    esac
}

missing_packages() {
    local package
    for package in "$@"; do is_present "$package" || printf '%s ' "$package"; done
}

# Fails when this account may not install; the caller decides whether that is the end.
install_packages() {
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300) log
    command -v apt-get >/dev/null || return 1
    if [[ $EUID -ne 0 ]]; then
        sudo -n true 2>/dev/null || return 1
        apt=(sudo -n "${apt[@]}")
    fi
    say "Installing $*"
    log=$(mktemp)
    if "${apt[@]}" update >"$log" 2>&1 && "${apt[@]}" install -y --no-install-recommends "$@" >>"$log" 2>&1; then
        rm -f "$log"
    else
        tail -n 20 "$log" >&2
        rm -f "$log"
        return 1
    fi
}

require_packages() {
    local missing
    read -ra missing <<<"$(missing_packages "$@")"
    [[ ${#missing[@]} -eq 0 ]] && return
    install_packages "${missing[@]}" || true
    read -ra missing <<<"$(missing_packages "$@")"
    [[ ${#missing[@]} -eq 0 ]] || fail "Missing, and could not be installed from here: ${missing[*]} (apt-get install ${missing[*]})"
}

# A cluster in a folder of its own, on a free port of 127.0.0.1, for this run only. PostgreSQL refuses to run as root.
pg_dir=
start_postgres() {
    local user=(env) password port try
    pg_bin=$(postgres_bin) || fail "PostgreSQL's server programs are missing: install the package postgresql"
    pg_dir=$(mktemp -d /tmp/cs-postgres.XXXXXX)
    password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    printf '%s\n' "$password" >"$pg_dir/password"
    if [[ $EUID -eq 0 ]]; then
        chown -R postgres: "$pg_dir"
        user=(runuser -u postgres --)
    fi
    pg_ctl=("${user[@]}" env -C "$pg_dir" "$pg_bin/pg_ctl" -D "$pg_dir/data")
    "${user[@]}" env -C "$pg_dir" "$pg_bin/initdb" -D "$pg_dir/data" -U cs -A scram-sha-256 --pwfile="$pg_dir/password" \
        -E UTF8 --locale=C.UTF-8 --no-sync >"$pg_dir/initdb.log" 2>&1 || { cat "$pg_dir/initdb.log" >&2; fail "PostgreSQL's initdb failed"; }
    for try in 1 2 3 4 5; do
        port=$((RANDOM % 20000 + 20000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && continue
        if "${pg_ctl[@]}" start -w -s -l "$pg_dir/server.log" -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$pg_dir \
            -c max_connections=300 -c fsync=off -c synchronous_commit=off -c full_page_writes=off" </dev/null >/dev/null 2>&1; then
            export CS_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=cs;Password=$password;Database=postgres;Include Error Detail=true"
            return
        fi
    done
    cat "$pg_dir/server.log" >&2
    fail "PostgreSQL did not start (attempt $try)"
}

stop_postgres() {
    [[ -n $pg_dir ]] || return 0
    "${pg_ctl[@]}" stop -m immediate -s >/dev/null 2>&1 || true
    rm -rf -- "$pg_dir"
    pg_dir=
}

# A long child in a process group of its own: the shell answers a signal at once, and nothing of the child outlives it.
child=
run() {
    local code=0
    set -m
    "$@" </dev/null &
    child=$!
    set +m
    wait "$child" || code=$?
    child=
    return "$code"
}

stop_child() {
    [[ -n $child ]] || return 0
    kill -TERM -- "-$child" 2>/dev/null || return 0
    for _ in 1 2 3 4 5; do
        kill -0 -- "-$child" 2>/dev/null || return 0
        sleep 1
    done
    kill -KILL -- "-$child" 2>/dev/null || true
}

# Whatever ends the script, a signal included, ends what it started.
clean_up_at_exit() {
    trap 'stop_child; stop_postgres' EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
}
