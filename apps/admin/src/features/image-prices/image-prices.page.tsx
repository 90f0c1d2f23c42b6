import { imageQualityTitles, toolWithQualities } from '@mozhou/contracts/images/kinds'
import { imageTools } from '@mozhou/contracts/image-tools/registry'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import type { Column } from '@mozhou/ui/components/data-table.tsx'
import { DataTable } from '@mozhou/ui/components/data-table.tsx'
import { EmptyState } from '@mozhou/ui/components/empty-state.tsx'
import { singlePage } from '@mozhou/ui/components/single-page'
import { createSignal, Show } from 'solid-js'
import { imagePricesMenu } from './menu.ts'
import { PriceChanges } from './price-changes.tsx'
import { PriceDialog } from './price-dialog.tsx'
import { imagePrices } from './queries.ts'
import type { PriceLine } from './queries.ts'
import { usePriceName } from './use-price-name.ts'
import { useI18n } from './words.ts'

/** What a picture costs, by tool and quality: the price in force, what it was before, and another one from now on. */
export function ImagePricesPage() {
  const { t, pick } = useI18n()
  const prices = useQuery(() => imagePrices())
  const [changed, setChanged] = createSignal<PriceLine | null>(null)
  const columns = usePriceColumns(setChanged)
  return (
    <Page title={pick(imagePricesMenu.title)} subtitle={t('imagePrices.subtitle')}>
      <div class="flex flex-col gap-5">
        <Card isFlush>
          <DataTable
            caption={pick(imagePricesMenu.title)}
            columns={columns()}
            query={singlePage(prices)}
            empty={<EmptyState title={t('imagePrices.empty')} />}
          />
        </Card>
        <PriceChanges />
      </div>
      <Show when={changed()} keyed>
        {(price) => <PriceDialog price={price} onClose={() => setChanged(null)} />}
      </Show>
    </Page>
  )
}

function usePriceColumns(onChange: (price: PriceLine) => void): () => Column<PriceLine>[] {
  const { t, pick, number, time, exactTime } = useI18n()
  const nameOf = usePriceName()
  return () => [
    {
      key: 'tool',
      header: t('imagePrices.tool'),
      isPrimary: true,
      cell: ({ tool }) => <span class="font-medium">{pick(imageTools[tool].title)}</span>,
    },
    {
      key: 'quality',
      header: t('imagePrices.quality'),
      cell: ({ tool, quality }) => (tool === toolWithQualities ? pick(imageQualityTitles[quality]) : '—'),
    },
    {
      key: 'price',
      header: t('imagePrices.price'),
      align: 'right',
      cell: ({ credits }) => t('imagePrices.perPicture', number(credits)),
    },
    {
      key: 'since',
      header: t('imagePrices.since'),
      cell: ({ since }) =>
        since === null ? t('imagePrices.never') : <time title={exactTime(since)}>{time(since)}</time>,
    },
    {
      key: 'change',
      header: t('imagePrices.change'),
      isActions: true,
      cell: (row) => (
        <Button size="sm" aria-label={t('imagePrices.changeOf', nameOf(row))} onClick={() => onChange(row)}>
          {t('imagePrices.change')}
        </Button>
      ),
    },
  ]
}
