/**
 * Whether a key is the input method's own. WebKit sends the Enter that commits a composition after the composition has ended; 229 is all
 * that tells (https://bugs.webkit.org/show_bug.cgi?id=165004).
 */
export const isForInputMethod = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229
