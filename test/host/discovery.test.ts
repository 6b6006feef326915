/** Looking for boards: what is found, and that nothing found is no failure. */
import { createSocket } from "node:dgram";
import { Bonjour } from "bonjour-service";
import { describe, expect, it } from "vitest";
import { findNetworkBoards, socketOf, socketOptions } from "../../host/discovery/network.js";
import { printable } from "../../host/discovery/printable.js";
import { findSerialPorts } from "../../host/discovery/serial.js";

const port = (path: string, more: object = {}) => ({
  path,
  manufacturer: undefined,
  serialNumber: undefined,
  pnpId: undefined,
  locationId: undefined,
  productId: undefined,
  vendorId: undefined,
  ...more,
});

describe("serial ports", () => {
  it("are those of USB devices, where there are any", async () => {
    const usb = { vendorId: "10C4", productId: "EA60", manufacturer: "Silicon\u001b[31m Labs", serialNumber: "" };
    const found = await findSerialPorts(async () => [port("/dev/ttyS0"), port("/dev/ttyUSB1"), port("/dev/ttyUSB0", usb)]);
    expect(found).toEqual({
      ports: [{ address: "serial:/dev/ttyUSB0", maker: "Silicon[31m Labs", serialNumber: undefined, usb: "10c4:ea60" }],
      notes: [],
    });
    const plain = await findSerialPorts(async () => [port("/dev/ttyS1"), port("/dev/ttyS0")]);
    expect(plain.ports.map(({ address }) => address)).toEqual(["serial:/dev/ttyS0", "serial:/dev/ttyS1"]);
  });

  it("are left out with a note where they can't be listed", async () => {
    const failing = (error: object) => findSerialPorts(() => Promise.reject(Object.assign(new Error("spawn failed"), error)));
    expect((await failing({ code: "ENOENT", path: "udevadm" })).notes).toEqual([
      expect.stringContaining("udevadm is missing (Debian: apt-get install udev)"),
    ]);
    expect((await failing({ code: "ERR_MODULE_NOT_FOUND" })).notes).toEqual([expect.stringContaining("npm install serialport")]);
    expect((await failing({})).notes).toEqual([
      expect.stringContaining("serial ports can't be listed: spawn failed; a port that you know works"),
    ]);
  });

  it("of this machine can be asked for, whatever it has", async () => {
    const { ports, notes } = await findSerialPorts();
    for (const { address } of ports) expect(address).toMatch(/^serial:./);
    for (const note of notes) expect(note).toMatch(/^serial ports (can't be listed|are left out)/);
  });
});

describe("boards on the network", () => {
  // Away from the port of mDNS, so that neither the test nor the network sees the other.
  const place = { interface: "127.0.0.1", port: 53530 };

  /** True where this machine lets a program multicast to itself. */
  const canMulticast = (): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = createSocket({ type: "udp4", reuseAddr: true });
      const end = (result: boolean) => {
        clearTimeout(timer);
        socket.close();
        resolve(result);
      };
      const timer = setTimeout(() => end(false), 1000);
      socket.on("error", () => end(false));
      socket.on("message", () => end(true));
      socket.bind(place.port, () => {
        try {
          socket.addMembership("224.0.0.251", place.interface);
          socket.setMulticastInterface(place.interface);
          socket.send("x", place.port, "224.0.0.251");
        } catch {
          end(false);
        }
      });
    });

  it("are found by what they tell of themselves", async (context) => {
    if (!(await canMulticast())) context.skip("this machine does not multicast to itself");
    const bonjour = new Bonjour(socketOptions(place));
    socketOf(bonjour).on("warning", () => undefined);
    bonjour.publish({ name: "porch", type: "nanopy", port: 7002, probe: false });
    bonjour.publish({ name: "attic\u001b[2J", type: "nanopy", port: 7001, probe: false });
    bonjour.publish({ name: "printer", type: "ipp", port: 631, probe: false });
    try {
      const { boards, notes } = await findNetworkBoards({ ...place, timeout: 1200 });
      expect(notes).toEqual([]);
      expect(boards.map(({ name }) => name)).toEqual(["attic[2J", "porch"]);
      expect(boards.map(({ address }) => address.replace(/^tcp:\d+\.\d+\.\d+\.\d+:/, ""))).toEqual(["7001", "7002"]);
    } finally {
      await new Promise<void>((resolve) => bonjour.destroy(() => resolve()));
    }
  });

  it("are none where nobody answers", async () => {
    const { boards } = await findNetworkBoards({ ...place, port: 53531, timeout: 100 });
    expect(boards).toEqual([]);
  });

  it("are none, with a note, where the port can't be had", async () => {
    const taken = createSocket({ type: "udp4" });
    await new Promise<void>((resolve) => taken.bind(53532, () => resolve()));
    try {
      const { boards, notes } = await findNetworkBoards({ ...place, port: 53532, timeout: 200 });
      expect(boards).toEqual([]);
      expect(notes).toEqual(["boards on the network can't be looked for: another program keeps the port of mDNS (UDP 5353) to itself"]);
    } finally {
      taken.close();
    }
  });

  it("are none on an interface that is not there", async () => {
    const { boards } = await findNetworkBoards({ interface: "192.0.2.1", port: 53533, timeout: 100 });
    expect(boards).toEqual([]);
  });
});

it("texts of strangers are fit for a terminal", () => {
  expect(printable("a\u0007b\u202ec\u2028d")).toBe("abcd");
  expect(printable("\u0000 ")).toBeUndefined();
  expect(printable("x".repeat(500))).toHaveLength(100);
});
