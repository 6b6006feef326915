/** What a board says of its Wi-Fi: the bodies of WIFI and WIFI_STATUS. */
import { WifiReason, wifiNames, wifiReasonNames, wifiReasonTexts, wifiTexts } from "../../build/generated/link.js";
import { type Reader, Writer } from "../link/codec.js";

const never = 0xffffffff;

export interface WifiFailure {
  /** As link.def names it, in lower case: no_network, password, refused, lost, no_address, no_answer. */
  readonly name: string;
  /** For people. */
  readonly text: string;
  /** What IEEE 802.11 numbers it with; undefined where the radio named no number. */
  readonly code: number | undefined;
}

export interface WifiStatus {
  /** As link.def names it, in lower case: off, disabled, waiting, joining, addressing, connected. */
  readonly state: string;
  /** The state for people. */
  readonly text: string;
  /** The network it is to join; empty where there is none. */
  readonly network: string;
  /** Why it is not connected; undefined where nothing has failed since it was. */
  readonly failure: WifiFailure | undefined;
  /** How well it hears the access point. */
  readonly dbm: number | undefined;
  /** To join, since it was connected. */
  readonly attempts: number;
  readonly againInMs: number | undefined;
  /** Addresses are undefined where it is not connected. */
  readonly address: string | undefined;
  readonly mask: string | undefined;
  readonly gateway: string | undefined;
  readonly mac: string;
  /** Of its links; undefined where no TCP is behind it (simulated boards). */
  readonly port: number | undefined;
}

const dotted = (bytes: Uint8Array): string | undefined => (bytes.every((byte) => byte === 0) ? undefined : bytes.join("."));
const named = (names: Readonly<Record<number, string>>, number: number): string => (names[number] ?? `number ${number}`).toLowerCase();

export function readWifiStatus(from: Reader): WifiStatus {
  const [state, reason, code, strength] = [from.u8(), from.u8(), from.u8(), from.u8()] as const;
  const attempts = from.u16();
  from.skip(2);
  const again = from.u32();
  const [address, mask, gateway] = [dotted(from.take(4)), dotted(from.take(4)), dotted(from.take(4))];
  const mac = Buffer.from(from.take(6))
    .toString("hex")
    .replace(/..(?!$)/g, "$&:");
  const [port, network] = [from.u16(), from.name()] as const;
  return {
    state: named(wifiNames, state),
    text: wifiTexts[state] ?? `state ${state}`,
    network,
    failure:
      reason === 0
        ? undefined
        : {
            name: named(wifiReasonNames, reason),
            text: wifiReasonTexts[reason] ?? `reason ${reason}`,
            code: code || undefined,
          },
    dbm: strength === 0 ? undefined : (strength << 24) >> 24,
    attempts,
    againInMs: again === never ? undefined : again,
    address,
    mask,
    gateway,
    mac,
    port: port || undefined,
  };
}

export const encodeWifi = (network: string, password: string): Uint8Array => new Writer().name(network).name(password).done();

/** Whether another attempt with the same name and password may well succeed by itself. */
export const mayPass = (failure: WifiFailure): boolean => failure.name !== wifiReasonNames[WifiReason.PASSWORD]!.toLowerCase();
