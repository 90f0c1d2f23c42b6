import { lazyPage } from '@mozhou/ui/app/lazy-page'
import { createRoute, notFound } from '@tanstack/solid-router'
import { appRoute } from '../../app-route.ts'
import { parseImagesSearch } from './images-search.ts'

export const imagesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/images',
  validateSearch: parseImagesSearch,
  component: lazyPage(() => import('./images.page.tsx'), 'ImagesPage'),
})

export const imageRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/images/$creationId',
  validateSearch: ({ generation }: Record<string, unknown>): { generation?: string } =>
    typeof generation === 'string' && /^gen_[0-9a-f]{32}$/.test(generation) ? { generation } : {},
  loader: async ({ params }) => {
    const [{ queryClient }, { imageCreation }, { isNoPictures }] = await Promise.all([
      import('@mozhou/ui/api/query-client'),
      import('./queries.ts'),
      import('./is-no-pictures.ts'),
    ])
    try {
      await queryClient.ensureQueryData(imageCreation(params.creationId))
    } catch (cause) {
      if (isNoPictures(cause)) throw notFound()
      throw cause
    }
  },
  component: lazyPage(() => import('./image.page.tsx'), 'ImagePage'),
  notFoundComponent: lazyPage(() => import('../works/no-work.tsx'), 'NoWork'),
})
