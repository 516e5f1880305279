// Control characters but tab and line feed, and the marks that turn the direction of text around.
const unsafe = /[^\P{Cc}\t\n]|\p{Bidi_Control}/gu;

/** A value as text that cannot steer a terminal: what would is shown as `\u001b`. */
export function printable(text: string): string {
  return text.replace(unsafe, escapeCharacter);
}

/** The same in one line. */
export function printableLine(text: string): string {
  return printable(text).replace(/[\t\n\u2028\u2029]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
