/**
 * Saves bytes under a name. They are offered as plain bytes, whatever they claim to be, so that no browser opens them
 * as a page of our origin.
 */
export function saveBytes(bytes: ArrayBuffer, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has begun to read it by then; a minute is ample even for a slow disk.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
