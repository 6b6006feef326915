/** Installs, as root on Debian, the packages that the native and lx106 homes need; elsewhere says which homes will be left out. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Package, a file that shows it is there, and what it is for. */
const packages = [
  ["gcc", "/usr/bin/gcc", "the native home and the QEMU plugin"],
  ["libc6-dev", "/usr/include/stdio.h", "the native home and the QEMU plugin"],
  ["gcc-xtensa-lx106", "/usr/bin/xtensa-lx106-elf-gcc", "the lx106 home"],
  ["picolibc-xtensa-lx106-elf", "/usr/lib/xtensa-lx106-elf/include/string.h", "the lx106 home"],
  ["qemu-system-misc", "/usr/bin/qemu-system-xtensa", "the lx106 home"],
  ["socat", "/usr/bin/socat", "simulated boards behind serial lines"],
  ["liblwip-dev", "/usr/include/lwip/lwip/tcp.h", "a board's TCP and multicast DNS"],
  ["python3", "/usr/bin/python3", "the oracle of the tests"],
];

export function installDebianPackages() {
  const missing = packages.filter(([, file]) => !existsSync(file));
  if (missing.length === 0) return;
  const names = missing.map(([name]) => name);
  const root = process.getuid?.() === 0;
  if (root && existsSync("/usr/bin/apt-get")) {
    console.error(`nanopy: installing ${names.join(" ")}`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const install = () =>
      spawnSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...names], { stdio: ["ignore", 2, 2], env }).status === 0;
    if (install()) return;
    spawnSync("apt-get", ["update", "-q"], { stdio: ["ignore", 2, 2], env });
    if (install()) return;
  }
  for (const [name, file, purpose] of missing)
    if (!existsSync(file)) console.error(`nanopy: ${name} is missing: tests of ${purpose} are left out (apt-get install ${name})`);
}
