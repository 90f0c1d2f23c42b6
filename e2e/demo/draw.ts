import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import type { ImageCreationDto, ImageEnlargedDto, PictureDto } from '@mozhou/contracts/images/answers'
import { createApi } from '../support/api-client.ts'
import type { ApiUser } from '../support/api-client.ts'
import type { RunningStack } from '../support/env.ts'
import { registerVerified } from '../support/mailbox.ts'
import { watch } from '../support/viewer.ts'
import { heading, must, ok, say } from './narrate.ts'

/** What one picture costs somebody new, unless an operator has changed it. */
async function priceOf(user: ApiUser, tool: string): Promise<number> {
  const { prices } = await user.query<{ prices: { tool: string; quality: string; credits: number }[] }>('images.tools')
  const price = prices.find((one) => one.tool === tool && one.quality === 'standard')
  must(price !== undefined, `no price for ${tool}`)
  return price.credits
}

/** Two covers, one of them enlarged by a model and one plainly: charged by the picture, kept with their marks, a tree of versions. */
export async function drawPictures(addresses: RunningStack): Promise<void> {
  heading('两张公众号封面，再放大')
  const api = createApi(addresses.apiUrl)
  const username = `demo-${crypto.randomUUID().slice(0, 8)}`
  const account = { username, email: `${username}@example.com`, password: crypto.randomUUID() }
  const { accessToken } = await registerVerified(api, addresses.sandboxUrl, account)
  const user = api.as(accessToken)
  const price = await priceOf(user, 'text-to-image')
  const wish = { prompt: '雪天的红灯笼，老巷子', size: 'wechat-cover', count: 2 }
  const { work, charged } = await press(user, 'images.generate', wish)
  must(charged === 2 * price, `two pictures cost ${charged} credits, not ${2 * price}`)
  const [version] = work.versions
  must(version?.pictures.length === 2 && version.missing === 0, 'two pictures were asked for, and not both are there')
  for (const picture of version.pictures) say(`  ${await tell(addresses, picture)}`)
  ok(`两张封面，扣 ${charged} 积分，一张 ${price}`)

  const image = version.pictures[0]?.fileId ?? ''
  const larger = await press(user, 'images.upscale', { image, factor: 2 })
  const [, second] = larger.work.versions
  must(second?.parentVersionId === version.id, 'the enlarged picture does not stand under the one that it is of')
  ok(`模型放大 2 倍，扣 ${larger.charged} 积分，挂在第一版下面`)
  const before = (await user.balance()).credits
  const plain = await user.mutate<ImageEnlargedDto>('images.enlarge', {
    image,
    factor: 2,
    requestKey: crypto.randomUUID(),
  })
  must((await user.balance()).credits === before, 'a plain enlargement cost credits')
  ok(`普通放大到 ${plain.picture.width} × ${plain.picture.height}，不用模型，免费`)
}

async function press(
  user: ApiUser,
  procedure: string,
  input: object,
): Promise<{ work: ImageCreationDto; charged: number }> {
  const before = (await user.balance()).credits
  const requestKey = crypto.randomUUID()
  const { creationId, generationId } = await user.mutate<GenerationStartedDto>(procedure, { ...input, requestKey })
  const done = await watch(user, generationId).done(180_000)
  must(done.status === 'succeeded', `${procedure}: ${done.failure ?? done.status}`)
  const work = await user.query<ImageCreationDto>('images.get', { creationId })
  return { work, charged: before - (await user.balance()).credits }
}

async function tell({ apiUrl }: RunningStack, { urls, width, height }: PictureDto): Promise<string> {
  must(urls !== null, 'a picture has no address')
  const response = await fetch(`${apiUrl}${urls.full}`)
  const bytes = (await response.arrayBuffer()).byteLength
  must(response.ok && bytes > 0, `a picture is not served: ${response.status}`)
  return `${width} × ${height}，${response.headers.get('content-type') ?? ''}，${(bytes / 1_024).toFixed(0)}K`
}
