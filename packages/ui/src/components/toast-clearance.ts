import { createSignal } from 'solid-js'

/** Pixels above the lower edge of the window at which toasts begin. Told to them alone: a property of the page would style all of it anew. */
export const [toastClearance, setToastClearance] = createSignal(0)
