import type { JSX } from 'solid-js'
import { useUiI18n } from '../i18n/i18n.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

interface ConfirmDialogProps {
  isOpen: boolean
  onClose: () => void
  title: string
  /** What will happen, and whether it can be undone. */
  description: JSX.Element
  /** Says what happens, not "OK". */
  action: string
  onConfirm: () => void
  isPending?: boolean
  isDanger?: boolean
  children?: JSX.Element
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useUiI18n()
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={() => props.onClose()}
      title={props.title}
      description={props.description}
      size="sm"
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button
            variant={props.isDanger ? 'danger' : 'primary'}
            isPending={props.isPending}
            onClick={() => props.onConfirm()}
          >
            {props.action}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  )
}
