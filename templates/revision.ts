/**
 * {message}
 *
 * Revision  {revision}
 * Revises   {downRevision}
 * Created   {created}
 */
import type { Operations } from "graven/revision";

export const revision = "";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// {stubs}

export function upgrade(op: Operations) {}

export function downgrade(op: Operations) {}
