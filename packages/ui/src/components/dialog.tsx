import type { DialogProps } from './dialog-props.ts'
import { lazyDialog } from './lazy-dialog.tsx'

/** Its machinery comes with the first one that is opened: no page shows a dialog at once. */
export const Dialog = lazyDialog<DialogProps>(() => import('./dialog-box.tsx').then((module) => module.DialogBox))
