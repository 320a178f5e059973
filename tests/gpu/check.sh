#!/usr/bin/env bash
# Trains, resumes, exports and predicts on a device and prints a line a check: tests/gpu/check.sh [cuda|cuda:1|cpu]
# Builds into a folder of its own, beside the build for the processor. OFFLINE=1 restores from the packages that are there already.
set -euo pipefail
cd "$(dirname "$0")/../.."
device="${1:-cuda}"
kind=()
case "$device" in cuda*) kind=(-p:Torch=cuda -p:Onnx=gpu) ;; esac
[ -n "${OFFLINE:-}" ] && kind+=("-p:RestoreSources=${NUGET_PACKAGES:-$HOME/.nuget/packages}")
command -v nvidia-smi > /dev/null && nvidia-smi --query-gpu=name,driver_version,memory.total --format=csv,noheader || echo "no nvidia-smi"
dotnet build tests/gpu -c Release --nologo -v q -clp:ErrorsOnly "${kind[@]}" "-p:ArtifactsPath=$PWD/artifacts/gpu-${device%%:*}/"
exec dotnet "artifacts/gpu-${device%%:*}/bin/Derma.GpuCheck/release/Derma.GpuCheck.dll" "$device"
