/** An id for something new: 16 random bytes. Made when its form opens, so that saving twice makes one thing. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
