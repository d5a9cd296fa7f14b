/**
 * `{ online: true }`: the operation is done in the way that lets others read and write meanwhile, in as many steps as that takes. The
 * schema it leads to is the same. A database that has no such way refuses it, or, like SQLite, has nobody to wait for.
 */
export interface Online {
  readonly online?: true;
}
