import type { OrderDetailDto } from '@mozhou/contracts/orders/admin-answers'
import type { AbnormalResolution } from '@mozhou/contracts/orders/kinds'
import { DecisionDialog } from '@mozhou/ui/forms/decision-dialog.tsx'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { ordersKey } from './queries.ts'
import { useI18n } from './words.ts'

/** A decision about an order that needed one; what it moves is said before it is pressed. */
export function ResolveDialog(props: { order: OrderDetailDto; onClose: () => void }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [resolution, setResolution] = createSignal<AbnormalResolution>(
    untrack(() => props.order.possibleResolutions[0] ?? 'seen'),
  )
  const toInput = (note: string) => ({ orderId: props.order.id, resolution: resolution(), note })
  return (
    <DecisionDialog<AbnormalResolution>
      title={t('orders.resolveTitle')}
      description={t(`orders.resolutionHintOf.${resolution()}`)}
      action={t('orders.resolve')}
      isDanger={resolution() === 'refund' || resolution() === 'refund_again'}
      choice={{
        label: t('orders.resolution'),
        value: resolution(),
        onChange: setResolution,
        options: props.order.possibleResolutions.map((value) => ({ value, label: t(`orders.resolutionOf.${value}`) })),
      }}
      note={{ name: 'note', label: t('orders.note'), placeholder: t('orders.notePlaceholder') }}
      toInput={toInput}
      schema={() => import('@mozhou/contracts/orders/admin-inputs').then((module) => module.resolveOrderInput)}
      send={(note) => api.orders.resolve.mutate(toInput(note))}
      done={t('orders.resolved')}
      onDone={() => client.invalidateQueries({ queryKey: ordersKey })}
      onClose={() => props.onClose()}
    />
  )
}
