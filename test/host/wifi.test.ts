/** What a board says of its Wi-Fi, and what people are shown of it. */
import { describe, expect, it } from "vitest";
import { Wifi, WifiReason, wifiReasonNames, wifiReasonTexts, wifiTexts } from "../../build/generated/link.js";
import { encodeWifi, mayPass, readWifiStatus } from "../../host/board/wifi.js";
import { typed } from "../../host/cli/secret.js";
import { statusLines } from "../../host/cli/verbs/wifi.js";
import { Reader, Writer } from "../../host/link/codec.js";
import { checkedNetwork } from "../../host/sim/sim-board.js";

const body = (state: number, reason: number, again: number, address: number[]) =>
  new Writer()
    .u8(state)
    .u8(reason)
    .u8(reason ? 15 : 0)
    .u8(address[0] ? 256 - 61 : 0)
    .u16(3)
    .u16(0)
    .u32(again)
    .raw(Buffer.from([...address, 255, 255, 255, 0, ...address.slice(0, 3), 1]))
    .raw(Buffer.from("5ccf7f0a0b0c", "hex"))
    .u16(7890)
    .name("home")
    .done();

describe("a status", () => {
  it("of a board that is connected", () => {
    const status = readWifiStatus(new Reader(body(Wifi.CONNECTED, 0, 0xffffffff, [192, 168, 1, 7])));
    expect(status).toEqual({
      state: "connected",
      text: "connected",
      network: "home",
      failure: undefined,
      dbm: -61,
      attempts: 3,
      againInMs: undefined,
      address: "192.168.1.7",
      mask: "255.255.255.0",
      gateway: "192.168.1.1",
      mac: "5c:cf:7f:0a:0b:0c",
      port: 7890,
    });
    expect(statusLines(status)).toEqual([
      ["network", "home"],
      ["state", "connected"],
      ["address", "192.168.1.7, tcp:192.168.1.7:7890"],
      ["net", "mask 255.255.255.0, gateway 192.168.1.1"],
      ["signal", "-61 dBm"],
      ["MAC", "5c:cf:7f:0a:0b:0c"],
    ]);
  });

  it("of one that can't join says why, and when it tries again", () => {
    const status = readWifiStatus(new Reader(body(Wifi.WAITING, WifiReason.PASSWORD, 2000, [0, 0, 0, 0])));
    expect(status).toMatchObject({ state: "waiting", againInMs: 2000, address: undefined, dbm: undefined });
    expect(status.failure).toMatchObject({ name: "password", code: 15 });
    expect(statusLines(status)).toContainEqual(["state", "waits before it tries again; tries again in 2 s"]);
    expect(statusLines(status)).toContainEqual([
      "failed",
      "the password is wrong, or the network is of another kind (802.11 reason 15); 3 attempts since it was connected",
    ]);
  });

  it.each(Object.values(Wifi))("state %d has a text", (state) => expect(wifiTexts[state]).toBeTruthy());
  it.each(Object.values(WifiReason))("a failure with reason %d has a text, and passes by itself unless the password is wrong", (reason) => {
    const failure = { name: wifiReasonNames[reason]!.toLowerCase(), text: wifiReasonTexts[reason]!, code: undefined };
    expect(failure.text).toBeTruthy();
    expect(mayPass(failure)).toBe(reason !== WifiReason.PASSWORD);
  });

  it("that is cut off is refused", () => {
    const whole = body(Wifi.CONNECTED, 0, 0, [10, 0, 0, 2]);
    for (let length = 0; length < whole.length; length++)
      expect(() => readWifiStatus(new Reader(whole.subarray(0, length))), String(length)).toThrow("shorter than the tool expects");
  });
});

it("a network and its password are two names", () => {
  expect(Buffer.from(encodeWifi("häuser", "12345678")).toString("latin1")).toBe("\u0007h\u00c3\u00a4user\u000812345678");
  expect([...encodeWifi("", "")]).toEqual([0, 0]);
});

describe("what is typed unseen", () => {
  it.each([
    ["abc\r", { line: "abc", done: true }],
    ["ab\u007f\u007f\u007fxy\n", { line: "xy", done: true }],
    ["a\tb\u001b[Ac", { line: "ab[Ac", done: false }],
    ["né\bo\r", { line: "no", done: true }],
    ["secret\u0003", undefined],
    ["\u0004", undefined],
  ])("%j", (text, expected) => expect(typed("", text)).toEqual(expected));

  it("comes in pieces", () => expect(typed("ab", "c\rrest")).toEqual({ line: "abc", done: true }));
});

describe("the network that simulated boards hear", () => {
  it.each(["home:12345678", "open", "a:b:c"])("%j", (text) => expect(checkedNetwork(text)).toBe(text));
  it.each(["", ":password", "n".repeat(33), `n:${"p".repeat(65)}`, "a\0b"])("is not %j", (text) =>
    expect(() => checkedNetwork(text)).toThrow("NAME:PASSWORD"),
  );
});
