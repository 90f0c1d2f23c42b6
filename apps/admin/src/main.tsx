import './app.css'
import { mountApp } from '@mozhou/ui/app/mount-app.tsx'
import { I18nProvider, prepareI18n } from './i18n/i18n.ts'
import { router } from './routes.tsx'

await mountApp({ router, I18nProvider, prepareI18n })
