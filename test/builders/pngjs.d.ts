/** The part of pngjs that the tests use; it has no types of its own. */
declare module "pngjs" {
  export class PNG {
    constructor(size: { readonly width: number; readonly height: number });
    readonly width: number;
    readonly height: number;
    /** Four bytes a pixel: red, green, blue, opacity. */
    readonly data: Buffer;
    static readonly sync: {
      read(bytes: Uint8Array): PNG;
      write(png: PNG, options?: { readonly colorType?: 0 | 2 | 6 }): Buffer;
    };
  }
}
