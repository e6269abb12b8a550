/** Hands a text or a picture to the reader as a file. Nothing is requested: the file is made here. */
export function download(name: string, type: string, content: string | Blob): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file once the click was handled; Firefox takes it a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
