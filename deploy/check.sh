#!/usr/bin/env bash
# Runs what the Dockerfile says outside a container: copies what it copies, publishes as it publishes, starts what it starts, asks for its
# health and stops it. Wants the .NET SDK. Usage: deploy/check.sh [MODEL.onnx]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
model=$(realpath "${1:-models/smart-derma-ensemble.onnx}")
[ -f "$model" ] || { echo "check.sh: there is no model $model; './workbook run' writes one." >&2; exit 2; }
work=$(mktemp -d)
pid=''
trap '[ -z "$pid" ] || kill -9 "$pid" 2>/dev/null || true; rm -rf "$work"' EXIT
say() { printf 'check.sh: %s\n' "$*"; }

# The first stage: COPY and RUN as they stand, in a folder of their own.
mkdir "$work/src"
while read -r line; do
  read -ra words <<< "${line#COPY }"
  target="$work/src/${words[-1]}"
  for source in "${words[@]:0:${#words[@]}-1}"; do
    if [ -d "$source" ]; then mkdir -p "$target"; tar -C "$source" --exclude=bin --exclude=obj -cf - . | tar -C "$target" -xf -; else cp "$source" "$target"; fi
  done
done < <(sed '/^FROM .*aspnet/,$d' deploy/Dockerfile | grep '^COPY ')
publish=$(sed -n 's/^RUN \(dotnet publish .*\)/\1/p' deploy/Dockerfile)
say "$publish"
(cd "$work/src" && ${publish/ -o \/app/ -o $work/app} -v quiet --nologo)
say "$(du -sm "$work/app" | cut -f1) MB published"

# The second: its entry point, with the model where it lies and on this machine alone.
port=$((20000 + RANDOM % 20000))
entry=$(sed -n 's/^ENTRYPOINT \[\(.*\)\]/\1/p' deploy/Dockerfile | tr -d '",')
entry=${entry/0.0.0.0/127.0.0.1}; entry=${entry/5080/$port}; entry=${entry/\/models\/smart-derma-ensemble.onnx/$model}
cd "$work/app"
$entry >"$work/log" 2>&1 &
pid=$!
health=$(sed -n '/^HEALTHCHECK/,/CMD/s/.*CMD \["bash", "-c", "\(.*\)"\]/\1/p' "$OLDPWD/deploy/Dockerfile")
health=${health//5080/$port}; health=${health//\\\\/\\}
for try in $(seq 60); do
  kill -0 "$pid" 2>/dev/null || { cat "$work/log" >&2; say 'it ended by itself.' >&2; exit 1; }
  bash -c "$health" 2>/dev/null && break
  [ "$try" -lt 60 ] || { cat "$work/log" >&2; say 'it is not healthy after 30 s.' >&2; exit 1; }
  sleep 0.5
done
say "healthy; $(awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$pid/status") MiB resident"
if ls "$work/app" | grep -qi 'torch\|plotly' || grep -q 'libtorch\|LibTorchSharp' "/proc/$pid/maps"; then say 'the training library or its charts came along.' >&2; exit 1; fi
kill -TERM "$pid"
code=0; wait "$pid" || code=$?
pid=''
say "stopped by SIGTERM with exit code $code"
exit "$code"
