import { copyDiffers } from './copyDiffers.js';
import { derivedMismatch } from './derivedMismatch.js';
import { figureDisagrees } from './figureDisagrees.js';
import { figureUnrecorded } from './figureUnrecorded.js';
import { futureAsserted } from './futureAsserted.js';
import { missingSeparator } from './missingSeparator.js';
import { notContemporary } from './notContemporary.js';
import { oneWitness } from './oneWitness.js';
import { partsExceedWhole } from './partsExceedWhole.js';
import { planNotMet } from './planNotMet.js';
import { roleOverlap } from './roleOverlap.js';
import { succession } from './succession.js';
import { unusedDefinition } from './unusedDefinition.js';
import { disputed } from './disputed.js';
import { duplicateId } from './duplicateId.js';
import { hedgedConflict } from './hedgedConflict.js';
import { invalidDate } from './invalidDate.js';
import { invalidValue } from './invalidValue.js';
import { articleNotAnalysed, sidecarNotAnalysed } from './notAnalysed.js';
import { orphanSidecar } from './orphanSidecar.js';
import { possibleConflict } from './possibleConflict.js';
import { quoteAmbiguous } from './quoteAmbiguous.js';
import { quoteChanged } from './quoteChanged.js';
import { quoteNotFound } from './quoteNotFound.js';
import type { Rule } from './rule.js';
import { schema } from './schema.js';
import { settingsShape, settingsSyntax } from './settingsRules.js';
import { selfConflict } from './selfConflict.js';
import { undatedConflict } from './undatedConflict.js';
import { unexplainedChange } from './unexplainedChange.js';
import { unitMismatch } from './unitMismatch.js';
import { unknownReference } from './unknownReference.js';
import { valueConflict } from './valueConflict.js';
import { valueNotInQuote } from './valueNotInQuote.js';
import { yamlSyntax } from './yamlSyntax.js';

/** Every rule but one: the settings' own shape, which has to know the others' codes. To add one: write its file, list it here, write its page in docs/rules. */
const rulesOfFacts: readonly Rule[] = [
  settingsSyntax,
  yamlSyntax,
  schema,
  duplicateId,
  unknownReference,
  invalidDate,
  invalidValue,
  orphanSidecar,
  articleNotAnalysed,
  sidecarNotAnalysed,
  unitMismatch,
  quoteNotFound,
  quoteChanged,
  quoteAmbiguous,
  valueNotInQuote,
  selfConflict,
  valueConflict,
  undatedConflict,
  disputed,
  hedgedConflict,
  possibleConflict,
  unexplainedChange,
  planNotMet,
  copyDiffers,
  derivedMismatch,
  partsExceedWhole,
  notContemporary,
  roleOverlap,
  succession,
  futureAsserted,
  figureDisagrees,
  figureUnrecorded,
  missingSeparator,
  unusedDefinition,
  oneWitness,
];

/** The codes of all rules, each once, in the order of the table. */
export const ruleCodes: readonly string[] = [...new Set(rulesOfFacts.map(({ code }) => code))];

/** Every rule. */
export const rules: readonly Rule[] = [...rulesOfFacts, settingsShape(ruleCodes)];
