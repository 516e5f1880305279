/** A value of JSON as it is written; nothing in it refers to anything. */
export type JsonSetting =
  | string
  | number
  | boolean
  | readonly JsonSetting[]
  | { readonly [key: string]: JsonSetting };
