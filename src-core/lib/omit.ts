/** The same object without one field: absent, not undefined, as `exactOptionalPropertyTypes` wants it. */
export function omit<Value extends object, Key extends keyof Value>(
  value: Value,
  key: Key,
): Omit<Value, Key> {
  const copy: Partial<Value> = { ...value }
  Reflect.deleteProperty(copy, key)
  // All fields but the one were copied.
  return copy as Omit<Value, Key>
}
