import { benchDisk, benchPictures } from './pictures.ts'
import { benchUploads } from './uploads.ts'

export async function tellFiles(): Promise<void> {
  console.log('\nA picture of 1536 × 1024')
  console.log('| work | CPU ms | ÷ decoding it |\n|---|---|---|')
  for (const { work, cpuMs, ratio } of await benchPictures())
    console.log(`| ${work} | ${cpuMs.toFixed(0)} | ${ratio.toFixed(1)} |`)
  const disk = await benchDisk()
  console.log(
    `\nTo the disk: ${disk.storedMegabytesPerSecond.toFixed(0)} MB/s with hash and rename, ${disk.plainMegabytesPerSecond.toFixed(0)} plain, ratio ${disk.ratio.toFixed(2)}`,
  )
  const { crowd: row, speeds } = await benchUploads()
  console.log('\nUploads at once')
  console.log(
    '| files | MB each | taken | s | API MiB started | warm | most | slowest other question ms |\n|---|---|---|---|---|---|---|---|',
  )
  console.log(
    `| ${row.uploads} | ${row.megabytes} | ${row.taken} | ${row.seconds.toFixed(1)} | ${row.startMiB.toFixed(0)} | ${row.idleMiB.toFixed(0)} | ${row.mostMiB.toFixed(0)} | ${row.slowestMs.toFixed(0)} |`,
  )
  console.log('\nThrough the API to the disk, until it is a file')
  console.log('| way | MB | MB/s | CPU s of the API for 100 MB |\n|---|---|---|---|')
  for (const { way, megabytes, megabytesPerSecond, cpuSecondsPer100 } of speeds)
    console.log(`| ${way} | ${megabytes} | ${megabytesPerSecond.toFixed(0)} | ${cpuSecondsPer100.toFixed(2)} |`)
}
