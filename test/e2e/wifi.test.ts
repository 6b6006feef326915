/** `nanopy wifi`, against simulated boards that hear one network. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { locate } from "../../host/machine/locate.js";
import { cli, folderWith } from "../support/cli.js";
import { type StartedSimulator, startSim } from "../support/simulator.js";

const password = "correct horse";
const program = `import network, time
wlan = network.WLAN(network.STA_IF)
print(wlan.active(), wlan.isconnected(), wlan.status() == network.STAT_IDLE, wlan.ifconfig()[0])
for name, key in (('', ''), ('x' * 33, ''), ('x', 'short'), ('x', 'y' * 65), ('z' * 300, None)):
    try:
        wlan.connect(name, key)
        print('joins', name)
    except ValueError as e:
        print('no:', e)
try:
    network.WLAN(network.AP_IF)
except ValueError as e:
    print(e)
def until(wanted):
    for i in range(200):
        if wlan.status() == wanted:
            return True
        time.sleep_ms(20)
    return False
wlan.connect('elsewhere')
print(until(network.STAT_NO_AP_FOUND))
wlan.connect('home', 'wrong horse')
print(until(network.STAT_WRONG_PASSWORD))
wlan.connect(b'home', 'correct horse')
print(until(network.STAT_GOT_IP), wlan.isconnected(), wlan.ifconfig()[1:], wlan.status('rssi'))
print(len(wlan.config('mac')), network.hostname() == wlan.config('hostname'), network.hostname())
wlan.disconnect()
print(wlan.active(), wlan.isconnected(), until(network.STAT_IDLE))
wlan.active(True)
print(until(network.STAT_GOT_IP))
`;
const targets = ["wasm", ...(locate("build/native/nanopy-board") ? ["native"] : [])];

describe.each(targets)("a board's Wi-Fi, on %s", (target) => {
  let sim: StartedSimulator;
  let flash: string;
  const start = () => startSim(["--boards", "1", "--seed", "3", "--target", target, "--flash", flash, "--wifi", `home:${password}`]);
  const wifi = (args: string[], input?: string) =>
    cli(["wifi", ...args, "--board", sim.boards[0]!.address], input === undefined ? {} : { input });
  const status = () => JSON.parse(wifi(["--json"]).stdout);

  beforeAll(async () => {
    flash = join(folderWith({}), "flash");
    sim = await start();
  });
  afterAll(() => sim.stop());

  it("knows no network at first", () => {
    const { stdout } = wifi([]);
    expect(stdout).toMatch(/^network {4}\(none: nanopy wifi NAME gives one\)\nstate {6}it knows no network\nMAC {8}02(:[0-9a-f]{2}){5}\n$/);
  });

  it("tells of a wrong password at once, and of a network that is not there", () => {
    const wrong = wifi(["home", "--password-stdin"], "wrong horse\n");
    expect(wrong).toMatchObject({ status: 5, stdout: "" });
    expect(wrong.stderr).toMatch(
      /^nanopy: wifi home: tcp:.*: the password is wrong, or the network is of another kind; the board goes on trying, nanopy wifi shows how it stands\n$/,
    );
    expect(wifi(["nowhere", "--open"])).toMatchObject({
      status: 5,
      stderr: expect.stringContaining("no network of this name is in reach"),
    });
    expect(status()).toMatchObject({ network: "nowhere", failure: { name: "no_network", code: 201 } });
  });

  it("joins, and says as what", () => {
    const joined = wifi(["home", "--password-stdin"], `${password}\n`);
    expect(joined).toMatchObject({ status: 0, stderr: "", stdout: expect.stringMatching(/^home: connected as 192\.168\.4\.\d+\n$/) });
    expect(status()).toMatchObject({ state: "connected", network: "home", attempts: 0, dbm: -61 });
    expect(wifi([]).stdout).not.toContain(password);
  });

  it("is kept over restarts, in the store, where the password is", async () => {
    await sim.stop();
    expect(readFileSync(flash).includes(password)).toBe(true);
    sim = await start();
    await expect.poll(() => status().state, { timeout: 10_000, interval: 100 }).toBe("connected");
    expect(status()).toMatchObject({ network: "home" });
  });

  it("is forgotten when asked", async () => {
    expect(wifi(["--forget"])).toMatchObject({ status: 0, stdout: "the board knows no network any more\n" });
    await sim.stop();
    sim = await start();
    expect(status()).toMatchObject({ state: "off", network: "" });
  });

  it("is a function's to use, by MicroPython's names; what it joins is kept", async () => {
    const folder = folderWith({ "net.py": program });
    const on = ["--board", sim.boards[0]!.address];
    const env = { NANOPY_CACHE: join(folder, "cache") };
    expect(cli(["deploy", "net.py", ...on], { cwd: folder, env })).toMatchObject({ status: 0 });
    await expect.poll(() => cli(["ps", ...on]).stdout, { timeout: 20_000, interval: 300 }).toContain("ended");
    const no = "no: a network has a name of 1 to 32 bytes, and a key of 8 to 63 or none\n".repeat(4);
    expect(cli(["logs", "net", ...on], { cwd: folder, env }).stdout).toMatch(
      new RegExp(
        `^True False True 0\\.0\\.0\\.0\njoins \n${no}there is no access point: network\\.STA_IF alone\nTrue\nTrue\nTrue True \\('255\\.255\\.255\\.0', '192\\.168\\.4\\.1', '0\\.0\\.0\\.0'\\) -61\n6 True nanopy-[0-9a-f]{16}\nFalse False True\nTrue\n$`,
      ),
    );
    await sim.stop();
    sim = await start();
    await expect.poll(() => status().state, { timeout: 10_000, interval: 100 }).toBe("connected");
    expect(wifi(["--forget"]).status).toBe(0);
  });

  it.each([
    [["home", "--password-stdin"], "short\n", 5, "8 to 63 bytes"],
    [["home", "--password-stdin"], `${"g".repeat(64)}\n`, 5, "64 hexadecimal digits"],
    [["home"], "", 2, "--password-stdin reads it, --open is for a network without one"],
    [["x".repeat(33), "--open"], "", 2, "a network's name is 1 to 32 bytes, this one 33"],
    [["home", "--forget"], "", 2, "--forget takes no network"],
    [["--open"], "", 2, "which network is it?"],
  ])("%j is refused", (args, input, code, text) => {
    expect(wifi(args, input)).toMatchObject({ status: code, stderr: expect.stringContaining(text) });
    expect(status()).toMatchObject({ state: "off", network: "" });
  });
});

it("a board without a radio says so, with its platform", async () => {
  const sim = await startSim(["--boards", "1"]);
  try {
    const board = sim.boards[0]!.address;
    for (const args of [["wifi"], ["wifi", "home", "--open"], ["wifi", "--forget"]])
      expect(cli([...args, "--board", board])).toMatchObject({
        status: 5,
        stderr: expect.stringContaining("this board has no Wi-Fi (platform wasm)"),
      });
  } finally {
    await sim.stop();
  }
});

it("lx106 boards have no radio", () => {
  expect(cli(["sim", "--target", "lx106", "--wifi", "home"])).toMatchObject({ status: 2, stderr: expect.stringContaining("has no radio") });
});

it("programs that run without a board have no Wi-Fi", () => {
  const folder = folderWith({ "net.py": "import network\ntry:\n    network.WLAN().status()\nexcept OSError as e:\n    print(e)\n" });
  expect(cli(["run", "net.py"], { cwd: folder })).toMatchObject({ status: 0, stdout: "[Errno 19] ENODEV: this board has no Wi-Fi\n" });
});
