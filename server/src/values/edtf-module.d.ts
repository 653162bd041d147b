/** The part of the `edtf` package this layer uses; the package ships no types. */
declare module 'edtf' {
  export interface EdtfNode {
    readonly type: string;
    /** Year, month from 0, day (then hours and so on); a season has its number from 21 second. */
    readonly values?: readonly number[];
    /** One bit a digit that is written `X`. */
    readonly unspecified?: number;
  }
  export function parse(text: string, options: { level: number }): EdtfNode;
}
