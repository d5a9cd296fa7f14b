/** Where a run of several revisions is. */
interface Position {
  readonly revision: string;
  readonly position: number;
  readonly total: number;
  readonly step: number;
  readonly steps: number;
}

const width = 24;

/** One line at the foot of a terminal that is written over and over; silent where it is no terminal, or one revision runs. */
export class ProgressBar {
  private readonly write: ((text: string) => void) | undefined;
  private present: Position | undefined;
  private isDrawn = false;

  /** `write` writes to the terminal as it is; absent where there is none. */
  constructor(write: ((text: string) => void) | undefined) {
    this.write = write;
  }

  at(position: Position): void {
    this.present = position;
    this.draw();
  }

  step(revision: string, step: number, steps: number): void {
    if (this.present?.revision !== revision) return;
    this.present = { ...this.present, step: step - 1, steps };
    this.draw();
  }

  /** The present revision is done; after the last one the line goes. */
  done(): void {
    const { present } = this;
    if (!present) return;
    this.present = present.position >= present.total ? undefined : { ...present, step: present.steps };
  }

  draw(): void {
    const { present } = this;
    if (!present || present.total < 2 || !this.write) return;
    const share = (present.position - 1 + (present.steps ? present.step / present.steps : 1)) / present.total;
    const filled = Math.min(width, Math.round(share * width));
    this.write(`\r\u001b[2K${"█".repeat(filled)}${"░".repeat(width - filled)} ${present.position}/${present.total} ${present.revision}`);
    this.isDrawn = true;
  }

  clear(): void {
    if (this.isDrawn) this.write?.("\r\u001b[2K");
    this.isDrawn = false;
  }
}
