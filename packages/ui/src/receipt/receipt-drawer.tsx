import type { ReceiptDto } from '@mozhou/contracts/generations/answers'
import type { QueryKey, QueryObserverOptions } from '@tanstack/solid-query'
import { useQuery } from '../api/use-query.ts'
import type { JSX } from 'solid-js'
import { Dialog } from '../components/dialog.tsx'
import { Loaded } from '../components/loaded.tsx'
import { useUiI18n } from '../i18n/i18n.tsx'
import { ReceiptBody } from './receipt-body.tsx'

type ReceiptQuery<Key extends QueryKey> = QueryObserverOptions<ReceiptDto, Error, ReceiptDto, ReceiptDto, Key>

interface ReceiptDrawerProps<Key extends QueryKey> {
  receipt: ReceiptQuery<Key>
  isOpen: boolean
  onClose: () => void
  /** What may be done about it. */
  footer?: JSX.Element
}

export function ReceiptDrawer<Key extends QueryKey>(props: ReceiptDrawerProps<Key>) {
  const { t } = useUiI18n()
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={() => props.onClose()}
      placement="drawer"
      size="sm"
      title={t('receipt.title')}
      description={t('receipt.hint')}
      footer={props.footer}
    >
      <Reading receipt={props.receipt} />
    </Dialog>
  )
}

function Reading<Key extends QueryKey>(props: { receipt: ReceiptQuery<Key> }) {
  const receipt = useQuery(() => props.receipt)
  return <Loaded query={receipt}>{(data) => <ReceiptBody receipt={data()} />}</Loaded>
}
