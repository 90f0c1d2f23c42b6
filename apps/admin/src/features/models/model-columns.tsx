import type { ModelAdminDto } from '@mozhou/contracts/models/answers'
import type { ModelPrice } from '@mozhou/contracts/models/inputs'
import { capabilityTitles } from '@mozhou/contracts/models/kinds'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { Switch } from '@mozhou/ui/components/switch.tsx'
import { toastError } from '@mozhou/ui/components/toast.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import { api } from '../../api.ts'
import { useI18n } from './words.ts'
import { usePermissions } from '../accounts/use-permissions.ts'
import { toYuan } from './model-form-values.ts'
import { modelsKey } from './queries.ts'

const circuitTones: Record<ModelAdminDto['circuit']['state'], BadgeTone> = {
  closed: 'success',
  half_open: 'warning',
  open: 'danger',
}

export function useModelColumns(onEdit: (model: ModelAdminDto) => void): () => Column<ModelAdminDto>[] {
  const { t, number, date } = useI18n()
  const may = usePermissions()
  const words = (row: ModelPrice | null) => {
    if (!row) return t('models.noPrice')
    return row.pictureMicroYuan
      ? t('models.pricePicture', toYuan(row.pictureMicroYuan))
      : t('models.priceInOut', toYuan(row.inputMicroYuanPerMillion), toYuan(row.outputMicroYuanPerMillion))
  }
  const price = (row: ModelAdminDto) => (
    <span>
      {words(row.price)}
      <Show when={row.nextPrice}>
        {(next) => (
          <span class="block text-xs text-ink-3">
            {t('models.nextPrice', words(next()), date(next().effectiveFrom))}
          </span>
        )}
      </Show>
    </span>
  )
  const editing = (): Column<ModelAdminDto>[] =>
    may('model:write')
      ? [
          {
            key: 'edit',
            header: t('models.actions'),
            isActions: true,
            cell: (row) => (
              <Button size="sm" onClick={() => onEdit(row)}>
                {t('models.edit')}
              </Button>
            ),
          },
        ]
      : []
  return () => [
    {
      key: 'alias',
      header: t('models.alias'),
      isPrimary: true,
      cell: (row) => <NameCell model={row} />,
      text: (row) => `${row.alias} · ${row.upstreamModel}`,
    },
    {
      key: 'vendor',
      header: t('models.vendor'),
      cell: (row) => t(`vendors.${row.vendor}`),
      text: (row) => t(`vendors.${row.vendor}`),
    },
    { key: 'price', header: t('models.price'), cell: price, text: (row) => words(row.price) },
    {
      key: 'priority',
      header: t('models.priority'),
      align: 'right',
      cell: (row) => number(row.priority),
      text: (row) => row.priority,
    },
    {
      key: 'circuit',
      header: t('models.circuit'),
      cell: (row) => <CircuitCell model={row} />,
      text: (row) => t(`models.circuits.${row.circuit.state}`),
    },
    {
      key: 'key',
      header: t('models.key'),
      cell: (row) => (
        <span class="font-mono text-xs">
          {row.credentialsLast4 ? t('models.keyEnds', row.credentialsLast4) : t('models.noKey')}
        </span>
      ),
    },
    {
      key: 'enabled',
      header: t('models.enabled'),
      cell: (row) => <EnabledCell model={row} />,
      text: (row) => t(`models.stateOf.${row.isEnabled ? 'enabled' : 'disabled'}`),
    },
    ...editing(),
  ]
}

function NameCell(props: { model: ModelAdminDto }) {
  const { t, date, pick } = useI18n()
  const retirementWords = (day: string | null) => {
    if (day === null) return t('models.retiredGone')
    return t(Date.parse(day) <= Date.now() ? 'models.retired' : 'models.retiring', day)
  }
  return (
    <span class="block">
      <span class="flex flex-wrap items-center gap-1.5">
        <span class="font-medium">{props.model.alias}</span>
        <Show when={props.model.capability !== 'text'}>
          <Badge tone="accent">{pick(capabilityTitles[props.model.capability])}</Badge>
        </Show>
        <Show when={props.model.isDefault}>
          <Badge>{t('models.isDefault')}</Badge>
        </Show>
        <Show when={props.model.isMembersOnly}>
          <Badge tone="accent">{t('models.membersOnly')}</Badge>
        </Show>
        <Show when={props.model.isSandbox}>
          <Badge tone="warning">{t('models.sandbox')}</Badge>
        </Show>
        <Show when={props.model.shutdownAt}>
          {(shutdownAt) => <Badge tone="danger">{t('models.retires', date(shutdownAt()))}</Badge>}
        </Show>
        <Show when={props.model.retirement}>
          {(retirement) => (
            <Badge tone="warning" title={t('models.retirementSource', retirement().source)}>
              {retirementWords(retirement().retiredOn)}
            </Badge>
          )}
        </Show>
      </span>
      <span class="block font-mono text-xs break-all text-ink-3">{props.model.upstreamModel}</span>
    </span>
  )
}

function CircuitCell(props: { model: ModelAdminDto }) {
  const { t, number, exactTime } = useI18n()
  const circuit = () => props.model.circuit
  const hint = () => {
    const facts = t('models.circuitHint', number(circuit().failures), number(circuit().calls))
    const retryAt = circuit().retryAt
    return retryAt === null ? facts : `${facts} · ${t('models.circuitRetry', exactTime(retryAt))}`
  }
  return (
    <Badge tone={circuitTones[circuit().state]} title={hint()}>
      {t(`models.circuits.${circuit().state}`)}
    </Badge>
  )
}

function EnabledCell(props: { model: ModelAdminDto }) {
  const { t, error } = useI18n()
  const client = useQueryClient()
  const may = usePermissions()
  const toggle = useMutation(() => ({
    mutationFn: (isEnabled: boolean) => api.models.update.mutate({ modelId: props.model.id, changes: { isEnabled } }),
    onError: (cause) => toastError({ title: error(cause) }),
    onSettled: () => client.invalidateQueries({ queryKey: modelsKey }),
  }))
  return (
    <Switch
      isBare
      isOn={toggle.isPending ? toggle.variables : props.model.isEnabled}
      isDisabled={!may('model:write') || toggle.isPending}
      label={t('models.enabledLabel', props.model.alias)}
      onChange={(isOn) => toggle.mutate(isOn)}
    />
  )
}
