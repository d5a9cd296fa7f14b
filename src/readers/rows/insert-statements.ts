import { GravenError } from "../../base/errors.ts";
import { sqlTokens, type SqlToken } from "../../base/sql-tokens.ts";

/** A value as it stands in an INSERT. */
export type InsertValue =
  | { readonly kind: "null" }
  | { readonly kind: "text" | "number" | "boolean"; readonly text: string }
  | { readonly kind: "bytes"; readonly hexadecimal: string }
  /** `(SELECT id FROM role WHERE name = 'admin')`: another row's value. */
  | { readonly kind: "reference"; readonly column: string; readonly table: string; readonly where: readonly (readonly [column: string, value: InsertValue])[] };

export interface InsertStatement {
  readonly table: string;
  /** Absent where the statement names none: then it is all of the table's. */
  readonly columns: readonly string[] | undefined;
  readonly rows: readonly { readonly line: number; readonly values: readonly InsertValue[] }[];
  /** What comments such as `-- @key name` say, by their names. */
  readonly said: Readonly<Record<string, string>>;
  readonly line: number;
}

type Token = SqlToken & { readonly line: number };

/** The INSERT statements of a text, and nothing else. Throws MOD-045, with its line, for anything that is no plain INSERT of literals. */
export function insertStatements(sql: string, file: string): InsertStatement[] {
  return new InsertReader(sql, file).read();
}

class InsertReader {
  private readonly file: string;
  private readonly tokens: readonly Token[];
  private said: Record<string, string> = {};
  private at = 0;

  constructor(sql: string, file: string) {
    this.file = file;
    let line = 1;
    this.tokens = sqlTokens(sql).flatMap((token) => {
      const placed = { ...token, line };
      line += token.text.split("\n").length - 1;
      return token.kind === "space" ? [] : [placed];
    });
  }

  read(): InsertStatement[] {
    const statements: InsertStatement[] = [];
    for (;;) {
      while (this.tokens[this.at]?.kind === "comment" || this.tokens[this.at]?.text === ";") this.note(this.tokens[this.at++]!);
      if (!this.tokens[this.at]) return statements;
      statements.push(this.statement());
    }
  }

  /** `-- @key name, code`: holds for the statements that follow. */
  private note({ kind, text }: Token): void {
    const match = kind === "comment" ? /^--\s*@(\w+)\s+(.*?)\s*$/.exec(text) : null;
    if (match) this.said = { ...this.said, [match[1]!]: match[2]! };
  }

  private statement(): InsertStatement {
    const { line } = this.peek();
    this.word("INSERT");
    this.word("INTO");
    const table = this.name();
    const columns = this.peek().text === "(" ? this.list(() => this.identifier()) : undefined;
    this.word("VALUES");
    const rows = [this.row()];
    while (this.peek().text === ",") {
      this.take();
      rows.push(this.row());
    }
    if (this.tokens[this.at] && this.peek().text !== ";") throw this.fault(this.peek(), "the end of the statement");
    const odd = rows.find(({ values }) => values.length !== (columns ?? rows[0]!.values).length);
    if (odd) throw new GravenError("MOD-045", `The row has ${odd.values.length} values for ${(columns ?? rows[0]!.values).length} columns.`, { place: { file: this.file, line: odd.line } });
    return { table, columns, rows, said: this.said, line };
  }

  private row() {
    const { line } = this.peek();
    return { line, values: this.list(() => this.value()) };
  }

  private value(): InsertValue {
    const token = this.take();
    if (token.kind === "string") return this.textValue(token);
    if (token.kind === "number") return { kind: "number", text: token.text };
    if (token.text === "-" || token.text === "+") {
      const number = this.take();
      if (number.kind !== "number") throw this.fault(number, "a number");
      return { kind: "number", text: token.text === "-" ? `-${number.text}` : number.text };
    }
    if (token.text === "(") return this.reference();
    const word = token.kind === "word" ? token.text.toUpperCase() : "";
    if (word === "NULL") return { kind: "null" };
    if (word === "TRUE" || word === "FALSE") return { kind: "boolean", text: word.toLowerCase() };
    if ((word === "DATE" || word === "TIME" || word === "TIMESTAMP") && this.peek().kind === "string") return this.textValue(this.take());
    throw this.fault(token, "a literal");
  }

  private textValue({ text, value }: Token): InsertValue {
    if (/^x/i.test(text)) return { kind: "bytes", hexadecimal: value.toLowerCase() };
    return { kind: "text", text: /^e/i.test(text) ? value.replace(/\\([\\'ntr])/g, (_, each: string) => escapes[each] ?? each) : value };
  }

  private reference(): InsertValue {
    this.word("SELECT");
    const column = this.identifier();
    this.word("FROM");
    const table = this.name();
    this.word("WHERE");
    const where: [string, InsertValue][] = [];
    do {
      const name = this.identifier();
      const equals = this.take();
      if (equals.text !== "=") throw this.fault(equals, '"="');
      where.push([name, this.value()]);
    } while (this.isWord("AND") && this.take());
    const end = this.take();
    if (end.text !== ")") throw this.fault(end, '")"');
    return { kind: "reference", column, table, where };
  }

  private list<T>(item: () => T): T[] {
    const open = this.take();
    if (open.text !== "(") throw this.fault(open, '"("');
    const items = [item()];
    for (;;) {
      const next = this.take();
      if (next.text === ")") return items;
      if (next.text !== ",") throw this.fault(next, '"," or ")"');
      items.push(item());
    }
  }

  private name(): string {
    const first = this.identifier();
    if (this.peek().text !== ".") return first;
    this.take();
    return `${first}.${this.identifier()}`;
  }

  private identifier(): string {
    const token = this.take();
    if (token.kind === "quoted") return token.value;
    if (token.kind === "word") return token.text;
    throw this.fault(token, "a name");
  }

  private word(wanted: string): void {
    if (!this.isWord(wanted)) throw this.fault(this.peek(), wanted);
    this.take();
  }

  private isWord(wanted: string): boolean {
    const token = this.peek();
    return token.kind === "word" && token.text.toUpperCase() === wanted;
  }

  private peek(): Token {
    while (this.tokens[this.at]?.kind === "comment") this.at++;
    return this.tokens[this.at] ?? { kind: "symbol", text: "", value: "", line: this.tokens.at(-1)?.line ?? 1 };
  }

  private take(): Token {
    const token = this.peek();
    this.at++;
    return token;
  }

  private fault(token: Token, wanted: string): GravenError {
    return new GravenError("MOD-045", `${token.text ? `\`${token.text}\`` : "The end of the file"} stands where ${wanted} should.`, {
      place: { file: this.file, line: token.line },
      hint: "Required rows are plain statements: INSERT INTO role (name, level) VALUES ('admin', 9), … with literals, or (SELECT id FROM role WHERE name = 'admin') for another row's id.",
    });
  }
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };
