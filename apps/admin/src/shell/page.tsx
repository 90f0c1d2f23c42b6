export { Page } from '@mozhou/ui/app/page.tsx'
