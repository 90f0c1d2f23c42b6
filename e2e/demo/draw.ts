import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import type {
  ImageCreationDto,
  ImageEnlargedDto,
  ImageVersionDto,
  MaskDto,
  PictureDto,
} from '@mozhou/contracts/images/answers'
import sharp from 'sharp'
import { createApi } from '../support/api-client.ts'
import type { ApiUser } from '../support/api-client.ts'
import { changedRegion } from '../support/changed-region.ts'
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

/** The vendor that is asked first makes all pictures but the last. */
const allButOne = '[[sandbox:partial]]'

/**
 * Four covers of which one fails, one of them changed under a mask and enlarged, by a model and plainly: charged by the picture that is delivered,
 * kept with their marks, a tree of versions.
 */
export async function drawPictures(addresses: RunningStack): Promise<void> {
  const api = createApi(addresses.apiUrl)
  const username = `demo-${crypto.randomUUID().slice(0, 8)}`
  const account = { username, email: `${username}@example.com`, password: crypto.randomUUID() }
  const { accessToken } = await registerVerified(api, addresses.sandboxUrl, account)
  const artist: Artist = { addresses, user: api.as(accessToken) }
  const first = await drawFour(artist)
  const edited = await editMasked(artist, first)
  await enlarge(artist, edited)
}

interface Artist {
  addresses: RunningStack
  user: ApiUser
}

async function drawFour({ addresses, user }: Artist): Promise<ImageVersionDto> {
  heading('四张公众号封面，一张没有画成')
  const price = await priceOf(user, 'text-to-image')
  const wish = { prompt: `雪天的红灯笼，老巷子 ${allButOne}`, size: 'wechat-cover', count: 4 }
  const { work, charged } = await press(user, 'images.generate', wish)
  const [version] = work.versions
  must(version?.pictures.length === 3 && version.missing === 1, 'of four pictures one was to fail, and three to come')
  must(charged === 3 * price, `three pictures cost ${charged} credits, not ${3 * price}`)
  const [run] = (await user.receipt(work.creation.id)).generations
  const refunded = run?.entries.find(({ kind }) => kind === 'refund')?.amount
  must(refunded === price, `one picture was not delivered, and ${refunded ?? 0} credits came back`)
  must(run?.delivery?.asked === 4 && run.delivery.delivered === 3, 'the receipt counts other pictures')
  ok(`要 4 张，交付 3 张：标价 ${run.generation.priceCredits} 积分，退回 ${refunded}，净扣 ${charged}`)
  for (const call of run.delivery.calls) say(`  ${call.model}  厂商任务 ${call.taskId ?? '没有'}`)
  for (const picture of version.pictures) say(`  ${await tell(addresses, picture, work.creation.id)}`)
  ok('三张都带 AI 标识，由另一个库从文件里读回')
  return version
}

/** In shares of the sides. */
const hole = { left: 0.3, top: 0.25, right: 0.6, bottom: 0.7 }

async function editMasked({ addresses, user }: Artist, version: ImageVersionDto): Promise<ImageVersionDto> {
  heading('只重画涂抹的一块')
  const [source] = version.pictures
  must(source !== undefined, 'there is no picture to change')
  const mask = await sendMask(addresses, user, source)
  const edit = { image: source.fileId, mask, mode: 'inpaint', prompt: '一只白鹭' }
  const { work, charged } = await press(user, 'images.edit', edit)
  must(charged === (await priceOf(user, 'image-edit')), `one edit cost ${charged} credits`)
  const edited = work.versions.find(({ parentVersionId }) => parentVersionId === version.id)
  const [after] = edited?.pictures ?? []
  must(edited !== undefined && after !== undefined, 'the edit is no version under the picture that it is of')
  const changed = await changedRegion(await fetchPicture(addresses, source), await fetchPicture(addresses, after))
  must(changed !== null, 'nothing was changed under the mask')
  // A pixel on each side belongs to its edge.
  const edge = 2 / Math.min(source.width, source.height)
  const isInside =
    changed.left >= hole.left - edge &&
    changed.top >= hole.top - edge &&
    changed.right <= hole.right + edge &&
    changed.bottom <= hole.bottom + edge
  must(isInside, `pixels outside the mask were changed: ${JSON.stringify(changed)}`)
  const percent = (share: number) => `${Math.round(share * 100)}%`
  say(`  蒙版 横 ${percent(hole.left)}–${percent(hole.right)}，纵 ${percent(hole.top)}–${percent(hole.bottom)}`)
  say(
    `  变了 横 ${percent(changed.left)}–${percent(changed.right)}，纵 ${percent(changed.top)}–${percent(changed.bottom)}`,
  )
  ok(`逐像素比过：蒙版以外一个像素也没有变，扣 ${charged} 积分`)
  return edited
}

async function sendMask({ apiUrl }: RunningStack, user: ApiUser, { width, height }: PictureDto): Promise<string> {
  const [left, top] = [Math.round(width * hole.left), Math.round(height * hole.top)]
  const size = { width: Math.round(width * hole.right) - left, height: Math.round(height * hole.bottom) - top }
  const white = await sharp({ create: { ...size, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  const png = await sharp({ create: { width, height, channels: 3, background: '#000' } })
    .composite([{ input: white, left, top }])
    .png()
    .toBuffer()
  const response = await fetch(`${apiUrl}/api/v1/image/masks`, {
    method: 'POST',
    headers: { authorization: `Bearer ${user.token}`, 'content-type': 'image/png' },
    body: new Uint8Array(png),
  })
  must(response.ok, `the mask was not taken: ${response.status}`)
  return ((await response.json()) as MaskDto).fileId
}

async function enlarge({ addresses, user }: Artist, version: ImageVersionDto): Promise<void> {
  heading('放大')
  const [source] = version.pictures
  must(source !== undefined, 'there is no picture to enlarge')
  const image = source.fileId
  const larger = await press(user, 'images.upscale', { image, factor: 2 })
  const made = larger.work.versions.find(({ parentVersionId }) => parentVersionId === version.id)
  const [picture] = made?.pictures ?? []
  must(picture !== undefined, 'the enlarged picture does not stand under the one that it is of')
  must(picture.width === 2 * source.width, `it was to be twice as wide, and is ${picture.width} wide`)
  say(`  ${await tell(addresses, picture, larger.work.creation.id)}`)
  ok(`模型放大 2 倍，扣 ${larger.charged} 积分，挂在修改的那一版下面`)
  const before = (await user.balance()).credits
  const requestKey = crypto.randomUUID()
  const plain = await user.mutate<ImageEnlargedDto>('images.enlarge', { image, factor: 2, requestKey })
  must((await user.balance()).credits === before, 'a plain enlargement cost credits')
  must(plain.picture.width === 2 * source.width, `it was to be twice as wide, and is ${plain.picture.width} wide`)
  say(`  ${await tell(addresses, plain.picture, larger.work.creation.id)}`)
  ok('普通放大 2 倍，不用模型，免费，标识还在')
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

async function fetchPicture({ apiUrl }: RunningStack, { urls }: PictureDto): Promise<Buffer> {
  must(urls !== null, 'a picture has no address')
  const response = await fetch(`${apiUrl}${urls.full}`)
  must(response.ok, `a picture is not served: ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}

/** What is served, and whether it carries the mark that others read. */
async function tell(addresses: RunningStack, picture: PictureDto, creationId: string): Promise<string> {
  const bytes = await fetchPicture(addresses, picture)
  const { width, height, format, xmp } = await sharp(bytes).metadata()
  must(width === picture.width && height === picture.height, `a picture is ${width} × ${height} and was said to differ`)
  const label = xmp?.toString('utf8') ?? ''
  must(label.includes('<TC260:AIGC>') && label.includes('墨舟'), `a picture of ${creationId} carries no mark of an AI`)
  return `${width} × ${height}，${format}，${(bytes.byteLength / 1_024).toFixed(0)}K，AIGC 标识读回`
}
