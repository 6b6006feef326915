#!/bin/sh
# Tests of the numeric modules: vectors from Python against a sanitized build; soft doubles against the processor; and, where the cross
# compiler and QEMU are installed, the same checksum from the lx106. Usage: numeric.sh [BUILD-FOLDER]
set -e
cd "$(dirname "$0")/../.."
out=${1:-$(mktemp -d)}
mkdir -p "$out"
vm="runtime-c/vm/bigmag.c runtime-c/vm/dtoa.c runtime-c/vm/mathfn.c runtime-c/vm/fpbits.c"
flags="-std=c11 -Wall -Wextra -ffp-contract=off"
python3 test/runtime/numeric_vectors.py > "$out/vectors.txt"
gcc $flags -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined test/runtime/numeric_test.c $vm -lm -o "$out/numeric_test"
"$out/numeric_test" "$out/vectors.txt"
gcc $flags -O2 test/runtime/numeric_homes.c $vm -o "$out/homes"
want=$("$out/homes")
if command -v xtensa-lx106-elf-gcc > /dev/null && command -v qemu-system-xtensa > /dev/null; then
    fw=firmware/qemu-lx106
    xtensa-lx106-elf-gcc $flags -O2 -ffreestanding -ffunction-sections -mlongcalls -mtext-section-literals -fno-tree-loop-distribute-patterns \
        -nostdlib -Wl,--gc-sections -T $fw/link.ld $fw/start.S test/runtime/numeric_homes.c $vm $fw/softdf.c -lgcc -o "$out/homes.elf"
    got=$(qemu-system-xtensa -M sim -cpu lx106 -semihosting -display none -monitor none -serial none -kernel "$out/homes.elf" < /dev/null)
    [ "$got" = "$want" ] || { echo "numeric: lx106 gives $got, the host $want"; exit 1; }
    echo "numeric: lx106 agrees ($got)"
fi
