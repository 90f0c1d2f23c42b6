import type { ImagePriceChangeDto } from '@mozhou/contracts/images/answers'
import { Card } from '@mozhou/ui/components/card.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { useInfiniteQuery } from '@mozhou/ui/api/use-query'
import { Link } from '@tanstack/solid-router'
import { For, Show } from 'solid-js'
import { usePermissions } from '../accounts/use-permissions.ts'
import { imagePriceChanges } from './queries.ts'
import { usePriceName } from './use-price-name.ts'
import { useI18n } from './words.ts'

/** What prices were before, since when others held, who set them and why. */
export function PriceChanges() {
  const { t } = useI18n()
  const may = usePermissions()
  const changes = useInfiniteQuery(() => imagePriceChanges())
  const columns = useChangeColumns()
  return (
    <Card
      title={t('imagePrices.history')}
      isFlush
      aside={
        <Show when={may('audit:read')}>
          <Link
            to="/audit"
            search={{ action: 'image-price.set' }}
            class="rounded-sm text-sm text-accent-text hover:underline"
          >
            {t('imagePrices.toAudit')}
          </Link>
        </Show>
      }
    >
      <DataTable
        caption={t('imagePrices.history')}
        columns={columns()}
        query={changes}
        empty={<EmptyState title={t('imagePrices.noHistory')} />}
      />
    </Card>
  )
}

function useChangeColumns(): () => Column<ImagePriceChangeDto>[] {
  const { t, number, exactTime } = useI18n()
  const nameOf = usePriceName()
  return () => [
    {
      key: 'what',
      header: t('imagePrices.what'),
      isPrimary: true,
      cell: (row) => (
        <span class="block">
          <For each={row.changes}>
            {(price) => (
              <span class="block">
                <span class="font-medium">{nameOf(price)}</span>{' '}
                <span class="tabular-nums">{t('imagePrices.fromTo', number(price.before), number(price.credits))}</span>
              </span>
            )}
          </For>
          <span class="block text-ink-2">{row.reason ?? t('imagePrices.noReason')}</span>
        </span>
      ),
    },
    {
      key: 'at',
      header: t('imagePrices.at'),
      cell: (row) => <time datetime={row.at}>{exactTime(row.at)}</time>,
    },
    { key: 'by', header: t('imagePrices.by'), cell: (row) => row.by },
  ]
}
