import { accessExclusiveOther } from "./access-exclusive-other.ts";
import { addCheckValidating } from "./add-check-validating.ts";
import { addColumnVolatileDefault } from "./add-column-volatile-default.ts";
import { addExclusion } from "./add-exclusion.ts";
import { addFkValidating } from "./add-fk-validating.ts";
import { addNotNullImplicitZero } from "./add-not-null-implicit-zero.ts";
import { addNotNullNoDefault } from "./add-not-null-no-default.ts";
import { addPrimaryKey } from "./add-primary-key.ts";
import { addSerialIdentityColumn } from "./add-serial-identity-column.ts";
import { addStoredGenerated } from "./add-stored-generated.ts";
import { addUniqueConstraint } from "./add-unique-constraint.ts";
import { addUniqueData } from "./add-unique-data.ts";
import { algorithmCopy } from "./algorithm-copy.ts";
import { attachPartitionScan } from "./attach-partition-scan.ts";
import { authzChange } from "./authz-change.ts";
import { backfillInDdlTx } from "./backfill-in-ddl-tx.ts";
import { bigintPk } from "./bigint-pk.ts";
import { changeColumnType } from "./change-column-type.ts";
import { changeEngine } from "./change-engine.ts";
import { columnPosition } from "./column-position.ts";
import { commentsRequired } from "./comments-required.ts";
import { concurrentlyInTx } from "./concurrently-in-tx.ts";
import { convertCharset } from "./convert-charset.ts";
import { createTableForce } from "./create-table-force.ts";
import { createTriggerLock } from "./create-trigger-lock.ts";
import { dataAlignment } from "./data-alignment.ts";
import { definer } from "./definer.ts";
import { detachPartitionNotConcurrent } from "./detach-partition-not-concurrent.ts";
import { domainConstraint } from "./domain-constraint.ts";
import { downgradeLoses } from "./downgrade-loses.ts";
import { dropCascade } from "./drop-cascade.ts";
import { dropCheck } from "./drop-check.ts";
import { dropColumn } from "./drop-column.ts";
import { dropDatabase } from "./drop-database.ts";
import { dropDefaultOrPartialInserts } from "./drop-default-or-partial-inserts.ts";
import { dropFk } from "./drop-fk.ts";
import { dropIndexNotConcurrent } from "./drop-index-not-concurrent.ts";
import { dropNotNull } from "./drop-not-null.ts";
import { dropPartition } from "./drop-partition.ts";
import { dropPrimaryKey } from "./drop-primary-key.ts";
import { dropSequenceOrMatview } from "./drop-sequence-or-matview.ts";
import { dropTable } from "./drop-table.ts";
import { dropTableManyFks } from "./drop-table-many-fks.ts";
import { duplicateColumn } from "./duplicate-column.ts";
import { duplicateIndex } from "./duplicate-index.ts";
import { enumSetInsertMiddle } from "./enum-set-insert-middle.ts";
import { enumSetRemove } from "./enum-set-remove.ts";
import { enumSetReorder } from "./enum-set-reorder.ts";
import { enumSetSizeBoundary } from "./enum-set-size-boundary.ts";
import { enumValuePosition } from "./enum-value-position.ts";
import { enumValueUsedSameTx } from "./enum-value-used-same-tx.ts";
import { extensionUpgrade } from "./extension-upgrade.ts";
import { fkOnDeleteCascade } from "./fk-on-delete-cascade.ts";
import { fkParentMissing } from "./fk-parent-missing.ts";
import { fkTypeMismatch } from "./fk-type-mismatch.ts";
import { fulltextSpatialIndex } from "./fulltext-spatial-index.ts";
import { identifierTooLong } from "./identifier-too-long.ts";
import { identityOverSerial } from "./identity-over-serial.ts";
import { indexBuildLoad } from "./index-build-load.ts";
import { indexDropped } from "./index-dropped.ts";
import { indexNotConcurrent } from "./index-not-concurrent.ts";
import { indexTooWide } from "./index-too-wide.ts";
import { inlineReferencesIgnored } from "./inline-references-ignored.ts";
import { invalidIndexLeft } from "./invalid-index-left.ts";
import { irreversible } from "./irreversible.ts";
import { jsonOver } from "./json-over.ts";
import { lockSharedExclusive } from "./lock-shared-exclusive.ts";
import { lossyTypeChange } from "./lossy-type-change.ts";
import { mergeAlter } from "./merge-alter.ts";
import { multipleFksOneTx } from "./multiple-fks-one-tx.ts";
import { mysqlExpressionDefault } from "./mysql-expression-default.ts";
import { mysqlPolicy } from "./mysql-policy.ts";
import { naming } from "./naming.ts";
import { nestedTx } from "./nested-tx.ts";
import { noChar } from "./no-char.ts";
import { noFkPolicy } from "./no-fk-policy.ts";
import { noLockTimeout } from "./no-lock-timeout.ts";
import { noStatementTimeout } from "./no-statement-timeout.ts";
import { nontxMixed } from "./nontx-mixed.ts";
import { notRerunnable } from "./not-rerunnable.ts";
import { objectOwnership } from "./object-ownership.ts";
import { opaqueSql } from "./opaque-sql.ts";
import { partitioningChange } from "./partitioning-change.ts";
import { pg14IndexCorruption } from "./pg14-index-corruption.ts";
import { qualifiedNames } from "./qualified-names.ts";
import { reindexNotConcurrent } from "./reindex-not-concurrent.ts";
import { renameColumn } from "./rename-column.ts";
import { renameEnumValue } from "./rename-enum-value.ts";
import { renameGuess } from "./rename-guess.ts";
import { renameSchema } from "./rename-schema.ts";
import { renameTable } from "./rename-table.ts";
import { replaceIndex } from "./replace-index.ts";
import { replicaIdentityChange } from "./replica-identity-change.ts";
import { requirePk } from "./require-pk.ts";
import { requiredRowsEdited } from "./required-rows-edited.ts";
import { setAccessMethod } from "./set-access-method.ts";
import { setLoggedUnlogged } from "./set-logged-unlogged.ts";
import { setNotNullData } from "./set-not-null-data.ts";
import { setNotNullScan } from "./set-not-null-scan.ts";
import { sqlInjection } from "./sql-injection.ts";
import { sqliteRebuildWithFksOn } from "./sqlite-rebuild-with-fks-on.ts";
import { tableCopy } from "./table-copy.ts";
import { textOverVarchar } from "./text-over-varchar.ts";
import { timestamptz } from "./timestamptz.ts";
import { truncate } from "./truncate.ts";
import { typeChangeRechecks } from "./type-change-rechecks.ts";
import { uncommittedTx } from "./uncommitted-tx.ts";
import { undecided } from "./undecided.ts";
import { unmodeledObject } from "./unmodeled-object.ts";
import { untrackableDeps } from "./untrackable-deps.ts";
import { vacuumFullCluster } from "./vacuum-full-cluster.ts";
import { validateInLockingTx } from "./validate-in-locking-tx.ts";
import type { Rule } from "../rule.ts";

/** Every rule of graven, by its code. */
export const rules: readonly Rule[] = [
  accessExclusiveOther,
  addCheckValidating,
  addColumnVolatileDefault,
  addExclusion,
  addFkValidating,
  addNotNullImplicitZero,
  addNotNullNoDefault,
  addPrimaryKey,
  addSerialIdentityColumn,
  addStoredGenerated,
  addUniqueConstraint,
  addUniqueData,
  algorithmCopy,
  attachPartitionScan,
  authzChange,
  backfillInDdlTx,
  bigintPk,
  changeColumnType,
  changeEngine,
  columnPosition,
  commentsRequired,
  concurrentlyInTx,
  convertCharset,
  createTableForce,
  createTriggerLock,
  dataAlignment,
  definer,
  detachPartitionNotConcurrent,
  domainConstraint,
  downgradeLoses,
  dropCascade,
  dropCheck,
  dropColumn,
  dropDatabase,
  dropDefaultOrPartialInserts,
  dropFk,
  dropIndexNotConcurrent,
  dropNotNull,
  dropPartition,
  dropPrimaryKey,
  dropSequenceOrMatview,
  dropTable,
  dropTableManyFks,
  duplicateColumn,
  duplicateIndex,
  enumSetInsertMiddle,
  enumSetRemove,
  enumSetReorder,
  enumSetSizeBoundary,
  enumValuePosition,
  enumValueUsedSameTx,
  extensionUpgrade,
  fkOnDeleteCascade,
  fkParentMissing,
  fkTypeMismatch,
  fulltextSpatialIndex,
  identifierTooLong,
  identityOverSerial,
  indexBuildLoad,
  indexDropped,
  indexNotConcurrent,
  indexTooWide,
  inlineReferencesIgnored,
  invalidIndexLeft,
  irreversible,
  jsonOver,
  lockSharedExclusive,
  lossyTypeChange,
  mergeAlter,
  multipleFksOneTx,
  mysqlExpressionDefault,
  mysqlPolicy,
  naming,
  nestedTx,
  noChar,
  noFkPolicy,
  noLockTimeout,
  noStatementTimeout,
  nontxMixed,
  notRerunnable,
  objectOwnership,
  opaqueSql,
  partitioningChange,
  pg14IndexCorruption,
  qualifiedNames,
  reindexNotConcurrent,
  renameColumn,
  renameEnumValue,
  renameGuess,
  renameSchema,
  renameTable,
  replaceIndex,
  replicaIdentityChange,
  requirePk,
  requiredRowsEdited,
  setAccessMethod,
  setLoggedUnlogged,
  setNotNullData,
  setNotNullScan,
  sqlInjection,
  sqliteRebuildWithFksOn,
  tableCopy,
  textOverVarchar,
  timestamptz,
  truncate,
  typeChangeRechecks,
  uncommittedTx,
  undecided,
  unmodeledObject,
  untrackableDeps,
  vacuumFullCluster,
  validateInLockingTx,
];
