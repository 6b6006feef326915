/** What a board tells of itself by multicast DNS, read by another implementation of it. */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import { buildMdns, hasGcc } from "./build.js";

interface Packet {
  id?: number;
  type?: string;
  flag_aa?: boolean;
  questions?: { type: string; name: string; class?: string }[];
  answers?: RecordOf[];
  additionals?: RecordOf[];
}
interface RecordOf {
  type: string;
  name: string;
  ttl?: number;
  class?: string;
  flush?: boolean;
  data: unknown;
}
/** What bonjour-service and multicast-dns use; it comes without types. */
const dns = createRequire(import.meta.url)("dns-packet") as { encode(packet: Packet): Buffer; decode(bytes: Buffer): Packet };

const service = "_nanopy._tcp.local";
const services = "_services._dns-sd._udp.local";
const instance = `attic-010203.${service}`;
const host = "nanopy-00005ccf7f010203.local";
const wanted = { services: 1, ptr: 2, srv: 4, txt: 8, a: 16, nsec: 32 };

let program: string;
beforeAll(async () => {
  if (hasGcc) program = await buildMdns();
}, 120_000);

function run(args: string[], input = "", env: Record<string, string> = {}): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    input,
    encoding: "utf8",
    env: { ...process.env, ...env },
    maxBuffer: 1 << 26,
  });
  expect(status, stdout + stderr).toBe(0);
  return stdout;
}

const decoded = (hex: string | undefined): Packet | undefined => (hex && hex !== "-" ? dns.decode(Buffer.from(hex, "hex")) : undefined);

function ask(packet: Packet | Buffer, env?: Record<string, string>) {
  const bytes = Buffer.isBuffer(packet) ? packet : dns.encode({ type: "query", ...packet });
  const [records, unicast, all, plain] = run(["answer"], `${bytes.toString("hex")}\n`, env)
    .trim()
    .split(" ");
  return { records: Number(records), unicast: unicast === "1", all: decoded(all), plain: decoded(plain) };
}

const question = (name: string, type: string, unicast = false) => ({
  questions: [{ name, type, class: "IN", ...(unicast ? { qu: true } : {}) }],
});
const names = (records: RecordOf[] | undefined) => (records ?? []).map(({ name, type }) => `${type} ${name}`);
const text = (record: RecordOf) => (record.data as Buffer[]).map(String);

describe.skipIf(!hasGcc)("a board on the network (needs gcc)", () => {
  it("is found by its service, with all that one needs to connect", () => {
    const { records, all } = ask(question(service, "PTR"));
    expect(records).toBe(wanted.ptr);
    expect(all).toMatchObject({ id: 0, type: "response", flag_aa: true, questions: [] });
    expect(all!.answers).toMatchObject([{ name: service, type: "PTR", ttl: 4500, flush: false, data: instance }]);
    expect(names(all!.additionals)).toEqual([`SRV ${instance}`, `TXT ${instance}`, `A ${host}`]);
    const [srv, txt, a] = all!.additionals!;
    expect(srv).toMatchObject({ ttl: 120, flush: true, data: { priority: 0, weight: 0, port: 7890, target: host } });
    expect(txt).toMatchObject({ ttl: 4500, flush: true });
    expect(text(txt!)).toEqual(["id=00005ccf7f010203", "platform=esp8266"]);
    expect(a).toMatchObject({ ttl: 120, flush: true, data: "192.168.1.7" });
  });

  it.each([
    [services, "PTR", wanted.services, [`PTR ${services}`]],
    [instance, "SRV", wanted.srv, [`SRV ${instance}`]],
    [instance, "TXT", wanted.txt, [`TXT ${instance}`]],
    [instance, "ANY", wanted.srv | wanted.txt, [`SRV ${instance}`, `TXT ${instance}`]],
    [host, "A", wanted.a, [`A ${host}`]],
    [host, "ANY", wanted.a, [`A ${host}`]],
    [host, "AAAA", wanted.nsec, [`NSEC ${host}`]],
    [host.toUpperCase(), "A", wanted.a, [`A ${host}`]],
    [service.replace("nano", "NaNo"), "PTR", wanted.ptr, [`PTR ${service}`]],
  ] as const)("answers %s %s", (name, type, records, answers) => {
    const answer = ask(question(name, type));
    expect(answer.records).toBe(records);
    expect(names(answer.all!.answers)).toEqual(answers);
  });

  it.each([
    [service, "SRV"],
    [service, "A"],
    [host, "PTR"],
    [instance, "A"],
    ["_nanopy._udp.local", "PTR"],
    ["_nanopy._tcp.example", "PTR"],
    ["_nanopy._tcp", "PTR"],
    [`x.${service}`, "SRV"],
    [`attic-010204.${service}`, "SRV"],
    ["nanopy-00005ccf7f010204.local", "A"],
    ["local", "ANY"],
    [".", "ANY"],
  ])("says nothing to %s %s", (name, type) => expect(ask(question(name, type))).toMatchObject({ records: 0, all: undefined }));

  it("says that it has no IPv6 by a record that names what there is", () => {
    const { all } = ask(question(host, "AAAA"));
    expect(all!.answers![0]).toMatchObject({ type: "NSEC", ttl: 120, flush: true, data: { nextDomain: host, rrtypes: ["A"] } });
  });

  it("answers several questions in one packet, and none that it is told the answer of", () => {
    const both = { questions: [service, host].map((name, i) => ({ name, type: i ? "A" : "PTR", class: "IN" })) };
    expect(ask(both).records).toBe(wanted.ptr | wanted.a);
    const known = (ttl: number, data = instance) => ({ ...both, answers: [{ name: service, type: "PTR", class: "IN", ttl, data }] });
    expect(ask(known(2250)).records).toBe(wanted.a);
    expect(ask(known(2249)).records).toBe(wanted.ptr | wanted.a);
    expect(ask(known(4500, `other.${service}`)).records).toBe(wanted.ptr | wanted.a);
  });

  it("answers the asker alone where all its questions want that", () => {
    const bytes = dns.encode({ type: "query", ...question(service, "PTR") });
    bytes[bytes.length - 2] = 0x80;
    expect(ask(bytes)).toMatchObject({ records: wanted.ptr, unicast: true });
    expect(ask(question(service, "PTR")).unicast).toBe(false);
  });

  it("answers a resolver without multicast as it is used to", () => {
    const { plain } = ask({ id: 4711, ...question(service, "PTR") });
    expect(plain).toMatchObject({ id: 4711, type: "response", questions: [{ name: service, type: "PTR" }] });
    for (const record of [...plain!.answers!, ...plain!.additionals!]) expect(record).toMatchObject({ ttl: 10, flush: false });
    expect(names(plain!.answers)).toEqual([`PTR ${service}`]);
  });

  it("answers no answers, and nothing of another kind", () => {
    expect(
      ask(dns.encode({ type: "response", answers: [{ name: service, type: "PTR", ttl: 1, data: instance }], ...question(service, "PTR") }))
        .records,
    ).toBe(0);
    const status = dns.encode({ type: "query", ...question(service, "PTR") });
    status[2] = 2 << 3;
    expect(ask(status).records).toBe(0);
  });

  it("answers no packet that is cut off", () => {
    const whole = dns.encode({ type: "query", ...question(service, "PTR") });
    for (let length = 0; length < whole.length; length++) expect(ask(whole.subarray(0, length)).records, String(length)).toBe(0);
  });

  it("announces all of it, and takes it back", () => {
    const [here, gone] = [["announce"], ["announce", "0"]].map((args) => decoded(run(args).trim())!);
    for (const packet of [here!, gone!])
      expect(names(packet.answers)).toEqual([`PTR ${service}`, `SRV ${instance}`, `TXT ${instance}`, `A ${host}`]);
    expect(gone!.answers!.map(({ ttl }) => ttl)).toEqual([0, 0, 0, 0]);
  });

  it.each([
    ["", `nanopy-010203.${service}`],
    ["Küche 2", `Küche 2-010203.${service}`],
    ["n".repeat(31), `${"n".repeat(31)}-010203.${service}`],
  ])("is called by its name %j, and a part of its id", (name, expected) =>
    expect(ask(question(service, "PTR"), { BOARD_NAME: name }).all!.answers![0]!.data).toBe(expected),
  );

  it("bears packets that mean harm", () => {
    const [, answered] = /^200000 packets, (\d+) answered$/m.exec(run(["fuzz", "7", "200000"]))!;
    expect(Number(answered)).toBeGreaterThan(1000);
  }, 120_000);
});
