/** What `import { Board } from "nanopy"` gives. */
export { type Attachment, Board, type ConnectOptions, type DeployOptions, FunctionError, type StoredFunction } from "./board/board.js";
export type { BoardFault, BoardInfo, BoardStats, Claim, FunctionHead, FunctionInfo, FunctionLimits } from "./board/bodies.js";
export type { FollowChange, FollowOptions, LogEntry, LogStream } from "./board/logs.js";
export { type Move, MoveInterrupted, type MoveOptions, type MoveStep, SameBoard, type Settled } from "./board/move.js";
export { type FirmwareInfo, UpdateError, type UpdateOptions, type UpdateStep } from "./board/update.js";
export type { Progress } from "./board/upload.js";
export type { WifiFailure, WifiStatus } from "./board/wifi.js";
export { BoardError } from "./link/requests.js";
export { LinkError, type Transport } from "./link/transport.js";
