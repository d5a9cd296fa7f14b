import { GravenError } from "../base/errors.ts";
import { counted } from "../base/text.ts";
import type { AnyTable } from "../models/table.ts";
import type { Operation, OperationKind } from "../operations/index.ts";
import type { Operations } from "./facade.ts";

/** The arguments of one call, taken from left to right, and what the call leaves beside its operation. */
export class Arguments {
  readonly kind: OperationKind;
  /** The stub among the arguments, which says what a row's keys mean. */
  stub: AnyTable | undefined;
  /** The table's key, once it has been taken. */
  table: string | undefined;
  /** The labels of an enumeration that stood where a name may stand. */
  labels: readonly string[] | undefined;
  /** Operations that follow this one, such as the constraints said on an added column. */
  readonly followers: Operation[] = [];
  /** What the author's call gives back. */
  result: unknown;
  readonly nested: (calls: (op: Operations) => unknown) => Operation[];
  private readonly values: readonly unknown[];
  private at = 0;

  constructor(kind: OperationKind, values: readonly unknown[], nested: (calls: (op: Operations) => unknown) => Operation[]) {
    this.kind = kind;
    this.values = values;
    this.nested = nested;
  }

  take(): unknown {
    return this.values[this.at++];
  }

  peek(): unknown {
    return this.values[this.at];
  }

  /** The refusal of an argument. */
  wrong(expected: string, hint?: string): GravenError {
    return new GravenError("RUN-013", `op.${this.kind}() expects ${expected}.`, { hint });
  }

  /** Throws RUN-013 when the author gave more than the call understands: it would be lost. */
  finish(): void {
    const left = this.values.slice(this.at).filter((value) => value !== undefined).length;
    if (left) throw new GravenError("RUN-013", `op.${this.kind}() was given ${counted(left, "argument")} more than it understands.`);
  }
}
