/** Hands a text to the reader as a file. Nothing is requested: the file is made here. */
export function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file once the click was handled; Firefox takes it a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
