import { isNullWord } from '../text/yamlNode.js';

/**
 * What a plain scalar is by YAML 1.2's core schema, for the types only: values themselves are read
 * from their source.
 */
export function coreValue(source: string): string | number | boolean | null {
  if (isNullWord(source)) {
    return null;
  }
  if (source.length <= 5 && /^(?:true|True|TRUE|false|False|FALSE)$/.test(source)) {
    return source.toLowerCase() === 'true';
  }
  if (source.length < 400 && /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(source)) {
    return Number(source);
  }
  return source;
}
