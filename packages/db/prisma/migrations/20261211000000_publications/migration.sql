-- CreateTable
CREATE TABLE "platform_accounts" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "external_id" TEXT,
    "name" TEXT NOT NULL,
    "avatar_url" TEXT,
    "url" TEXT,
    "way" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "state_detail" JSONB,
    "capabilities" JSONB NOT NULL,
    "credentials" BYTEA,
    "credentials_key_id" TEXT,
    "credentials_version" INTEGER NOT NULL DEFAULT 1,
    "renewing_until" TIMESTAMPTZ(3),
    "reconnect_by" TIMESTAMPTZ(3),
    "is_sandbox" BOOLEAN NOT NULL,
    "pace_minutes" INTEGER NOT NULL DEFAULT 0,
    "window_from" INTEGER,
    "window_to" INTEGER,
    "next_slot_at" TIMESTAMPTZ(3),
    "last_published_at" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "next_check_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "disconnected_at" TIMESTAMPTZ(3),

    CONSTRAINT "platform_accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_connections" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "state_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "platform_connections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publications" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "creation_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "package" JSONB NOT NULL,
    "changes" JSONB NOT NULL,
    "report" JSONB NOT NULL,
    "is_edited" BOOLEAN NOT NULL DEFAULT false,
    "content_hash" CHAR(64) NOT NULL,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "confirmation" TEXT,
    "evidence_id" UUID,
    "reason" TEXT,
    "detail" JSONB,
    "media_id" TEXT,
    "request_key" UUID,
    "batch_id" UUID NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "scheduled_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "run_started_at" TIMESTAMPTZ(3),
    "uploads" JSONB,
    "ref" JSONB,
    "ref_id" TEXT,
    "handoff" JSONB,
    "url" TEXT,
    "next_look_at" TIMESTAMPTZ(3),
    "looks" INTEGER NOT NULL DEFAULT 0,
    "watched_until" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication_evidence" (
    "id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "confirms" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "external_id" TEXT,
    "url" TEXT,
    "answer_hash" TEXT,
    "facts" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication_attempts" (
    "id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "route" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "detail" JSONB,
    "vendor_code" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "publication_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication_history" (
    "id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "from_status" TEXT,
    "to_status" TEXT NOT NULL,
    "reason" TEXT,
    "detail" JSONB,
    "source" TEXT NOT NULL,
    "evidence_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_history_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_notices" (
    "id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "account_id" UUID,
    "notice_key" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "facts" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "platform_notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhooks" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "secret" BYTEA NOT NULL,
    "secret_key_id" TEXT NOT NULL,
    "is_on" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhooks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_deliveries" (
    "id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "http_status" INTEGER,
    "failure" TEXT,
    "next_try_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "platform_accounts_user_id_created_at_id_idx" ON "platform_accounts"("user_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "platform_accounts_created_at_id_idx" ON "platform_accounts"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "platform_accounts_next_check_at_idx" ON "platform_accounts"("next_check_at");

-- CreateIndex
CREATE INDEX "platform_accounts_platform_external_id_idx" ON "platform_accounts"("platform", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "platform_connections_state_hash_key" ON "platform_connections"("state_hash");

-- CreateIndex
CREATE UNIQUE INDEX "platform_connections_user_id_platform_key" ON "platform_connections"("user_id", "platform");

-- CreateIndex
CREATE INDEX "publications_user_id_created_at_id_idx" ON "publications"("user_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "publications_created_at_id_idx" ON "publications"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "publications_creation_id_idx" ON "publications"("creation_id");

-- CreateIndex
CREATE INDEX "publications_account_id_ref_id_idx" ON "publications"("account_id", "ref_id");

-- CreateIndex
CREATE INDEX "publications_account_id_content_hash_idx" ON "publications"("account_id", "content_hash");

-- CreateIndex
CREATE INDEX "publications_status_due_at_idx" ON "publications"("status", "due_at");

-- CreateIndex
CREATE INDEX "publications_next_look_at_idx" ON "publications"("next_look_at");

-- CreateIndex
CREATE INDEX "publications_user_id_due_at_idx" ON "publications"("user_id", "due_at");

-- CreateIndex
CREATE INDEX "publication_evidence_publication_id_created_at_idx" ON "publication_evidence"("publication_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "publication_evidence_id_publication_id_confirms_key" ON "publication_evidence"("id", "publication_id", "confirms");

-- CreateIndex
CREATE INDEX "publication_attempts_started_at_idx" ON "publication_attempts"("started_at");

-- CreateIndex
CREATE UNIQUE INDEX "publication_attempts_publication_id_ordinal_key" ON "publication_attempts"("publication_id", "ordinal");

-- CreateIndex
CREATE INDEX "publication_history_publication_id_at_id_idx" ON "publication_history"("publication_id", "at", "id");

-- CreateIndex
CREATE INDEX "platform_notices_received_at_idx" ON "platform_notices"("received_at");

-- CreateIndex
CREATE UNIQUE INDEX "platform_notices_platform_notice_key_key" ON "platform_notices"("platform", "notice_key");

-- CreateIndex
CREATE INDEX "webhooks_user_id_created_at_idx" ON "webhooks"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "webhook_deliveries_webhook_id_created_at_id_idx" ON "webhook_deliveries"("webhook_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "webhook_deliveries_next_try_at_idx" ON "webhook_deliveries"("next_try_at");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_deliveries_webhook_id_dedupe_key_key" ON "webhook_deliveries"("webhook_id", "dedupe_key");

-- AddForeignKey
ALTER TABLE "platform_accounts" ADD CONSTRAINT "platform_accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_connections" ADD CONSTRAINT "platform_connections_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publications" ADD CONSTRAINT "publications_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publications" ADD CONSTRAINT "publications_creation_id_fkey" FOREIGN KEY ("creation_id") REFERENCES "creations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publications" ADD CONSTRAINT "publications_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "platform_accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publications" ADD CONSTRAINT "publications_evidence_id_id_confirmation_fkey" FOREIGN KEY ("evidence_id", "id", "confirmation") REFERENCES "publication_evidence"("id", "publication_id", "confirms") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "publication_evidence" ADD CONSTRAINT "publication_evidence_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publications"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_attempts" ADD CONSTRAINT "publication_attempts_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publications"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_history" ADD CONSTRAINT "publication_history_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publications"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhooks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "platform_app_tokens" (
    "platform" TEXT NOT NULL,
    "tokens" BYTEA NOT NULL,
    "tokens_key_id" TEXT NOT NULL,
    "usable_until" TIMESTAMPTZ(3) NOT NULL,
    "renewing_until" TIMESTAMPTZ(3),

    CONSTRAINT "platform_app_tokens_pkey" PRIMARY KEY ("platform")
);

ALTER TABLE "platform_app_tokens"
    ADD CONSTRAINT "platform_app_tokens_platform_check" CHECK ("platform" IN ('wechat_official', 'xiaohongshu', 'douyin', 'kuaishou', 'toutiao', 'baijiahao', 'zhihu', 'jianshu'));

-- Checks that Prisma cannot say.
ALTER TABLE "platform_accounts"
    ADD CONSTRAINT "platform_accounts_platform_check" CHECK ("platform" IN ('wechat_official', 'xiaohongshu', 'douyin', 'kuaishou', 'toutiao', 'baijiahao', 'zhihu', 'jianshu')),
    ADD CONSTRAINT "platform_accounts_way_check" CHECK ("way" IN ('oauth', 'keys', 'assisted')),
    ADD CONSTRAINT "platform_accounts_state_check" CHECK ("state" IN ('connected', 'expired', 'restricted', 'disconnected')),
    ADD CONSTRAINT "platform_accounts_credentials_check" CHECK (("state" = 'disconnected') = ("credentials" IS NULL) AND ("credentials" IS NULL) = ("credentials_key_id" IS NULL) AND ("state" = 'disconnected') = ("disconnected_at" IS NOT NULL)),
    ADD CONSTRAINT "platform_accounts_pace_check" CHECK ("pace_minutes" BETWEEN 0 AND 1440),
    ADD CONSTRAINT "platform_accounts_window_check" CHECK (("window_from" IS NULL AND "window_to" IS NULL) OR ("window_from" BETWEEN 0 AND 23 AND "window_to" BETWEEN 1 AND 24 AND "window_from" <> "window_to"));
-- The same account of the same person is one row as long as it is connected.
CREATE UNIQUE INDEX "platform_accounts_connected_key" ON "platform_accounts"("user_id", "platform", "external_id") WHERE "state" <> 'disconnected' AND "external_id" IS NOT NULL;

ALTER TABLE "platform_connections"
    ADD CONSTRAINT "platform_connections_platform_check" CHECK ("platform" IN ('wechat_official', 'xiaohongshu', 'douyin', 'kuaishou', 'toutiao', 'baijiahao', 'zhihu', 'jianshu'));

-- "Published" is impossible without evidence: the row names one of its own pieces of evidence, which says by whose word it is out
-- (the composite key above), and nothing else may be named a confirmation.
ALTER TABLE "publications"
    ADD CONSTRAINT "publications_platform_check" CHECK ("platform" IN ('wechat_official', 'xiaohongshu', 'douyin', 'kuaishou', 'toutiao', 'baijiahao', 'zhihu', 'jianshu')),
    ADD CONSTRAINT "publications_content_type_check" CHECK ("content_type" IN ('article', 'image_text', 'video')),
    ADD CONSTRAINT "publications_route_check" CHECK ("route" IN ('api', 'api_draft', 'handoff', 'assisted', 'browser')),
    ADD CONSTRAINT "publications_theme_check" CHECK ("theme" IN ('plain', 'ink', 'bamboo', 'cinnabar', 'harbour')),
    ADD CONSTRAINT "publications_status_check" CHECK ("status" IN ('draft', 'scheduled', 'preparing', 'submitted', 'in_review', 'awaiting_user', 'needs_attention', 'published', 'rejected', 'failed', 'unconfirmed', 'expired', 'cancelled', 'removed')),
    ADD CONSTRAINT "publications_reason_check" CHECK ("reason" IN ('rules_blocked', 'declaration_impossible', 'account_unusable', 'app_keys_refused', 'quota_used_up', 'duplicate', 'media_refused', 'media_missing', 'content_refused', 'invalid_request', 'platform_busy', 'review_refused', 'platform_failed', 'outcome_unknown', 'not_found_there', 'handoff_expired', 'by_person', 'not_posted', 'removed_by_person', 'removed_by_platform', 'work_gone')),
    ADD CONSTRAINT "publications_confirmation_check" CHECK ("confirmation" IN ('platform_confirmed', 'user_confirmed')),
    ADD CONSTRAINT "publications_evidence_check" CHECK (("confirmation" IS NULL) = ("evidence_id" IS NULL) AND ("status" <> 'published' OR ("confirmation" IS NOT NULL AND "published_at" IS NOT NULL)) AND ("confirmation" IS NULL OR "status" IN ('published', 'removed', 'rejected'))),
    ADD CONSTRAINT "publications_due_check" CHECK (("status" = 'draft') = ("due_at" IS NULL));
-- The same content goes to an account once: as long as it is on its way, or may be out.
CREATE UNIQUE INDEX "publications_content_key" ON "publications"("account_id", "content_hash") WHERE "status" IN ('scheduled', 'preparing', 'submitted', 'in_review', 'awaiting_user', 'unconfirmed');
-- One press makes one publication of an account.
CREATE UNIQUE INDEX "publications_request_key" ON "publications"("user_id", "request_key", "account_id") WHERE "request_key" IS NOT NULL;
-- One draft of a work and an account.
CREATE UNIQUE INDEX "publications_draft_key" ON "publications"("account_id", "creation_id") WHERE "status" = 'draft';

ALTER TABLE "publication_evidence"
    ADD CONSTRAINT "publication_evidence_kind_check" CHECK ("kind" IN ('submission_answer', 'platform_status', 'platform_list', 'platform_notice', 'person_address', 'person_word')),
    ADD CONSTRAINT "publication_evidence_confirms_check" CHECK ("confirms" IN ('platform_confirmed', 'user_confirmed')),
    ADD CONSTRAINT "publication_evidence_by_check" CHECK ("by" IN ('platform', 'user') AND ("confirms" IS NULL OR ("confirms" = 'platform_confirmed') = ("by" = 'platform'))),
    ADD CONSTRAINT "publication_evidence_proof_check" CHECK ("confirms" IS NULL OR "external_id" IS NOT NULL OR "url" IS NOT NULL);

ALTER TABLE "publication_attempts"
    ADD CONSTRAINT "publication_attempts_route_check" CHECK ("route" IN ('api', 'api_draft', 'handoff', 'assisted', 'browser')),
    ADD CONSTRAINT "publication_attempts_status_check" CHECK ("status" IN ('submitting', 'accepted', 'refused', 'unknown')),
    ADD CONSTRAINT "publication_attempts_reason_check" CHECK ("reason" IN ('rules_blocked', 'declaration_impossible', 'account_unusable', 'app_keys_refused', 'quota_used_up', 'duplicate', 'media_refused', 'media_missing', 'content_refused', 'invalid_request', 'platform_busy', 'review_refused', 'platform_failed', 'outcome_unknown', 'not_found_there', 'handoff_expired', 'by_person', 'not_posted', 'removed_by_person', 'removed_by_platform', 'work_gone')),
    ADD CONSTRAINT "publication_attempts_ended_check" CHECK (("status" = 'submitting') = ("ended_at" IS NULL));
-- While one may be out, the platform is not asked again.
CREATE UNIQUE INDEX "publication_attempts_open_key" ON "publication_attempts"("publication_id") WHERE "status" <> 'refused';

ALTER TABLE "publication_history"
    ADD CONSTRAINT "publication_history_from_status_check" CHECK ("from_status" IN ('draft', 'scheduled', 'preparing', 'submitted', 'in_review', 'awaiting_user', 'needs_attention', 'published', 'rejected', 'failed', 'unconfirmed', 'expired', 'cancelled', 'removed')),
    ADD CONSTRAINT "publication_history_to_status_check" CHECK ("to_status" IN ('draft', 'scheduled', 'preparing', 'submitted', 'in_review', 'awaiting_user', 'needs_attention', 'published', 'rejected', 'failed', 'unconfirmed', 'expired', 'cancelled', 'removed')),
    ADD CONSTRAINT "publication_history_reason_check" CHECK ("reason" IN ('rules_blocked', 'declaration_impossible', 'account_unusable', 'app_keys_refused', 'quota_used_up', 'duplicate', 'media_refused', 'media_missing', 'content_refused', 'invalid_request', 'platform_busy', 'review_refused', 'platform_failed', 'outcome_unknown', 'not_found_there', 'handoff_expired', 'by_person', 'not_posted', 'removed_by_person', 'removed_by_platform', 'work_gone')),
    ADD CONSTRAINT "publication_history_source_check" CHECK ("source" IN ('person', 'workflow', 'platform', 'operator', 'sweep'));

ALTER TABLE "platform_notices"
    ADD CONSTRAINT "platform_notices_platform_check" CHECK ("platform" IN ('wechat_official', 'xiaohongshu', 'douyin', 'kuaishou', 'toutiao', 'baijiahao', 'zhihu', 'jianshu'));

ALTER TABLE "webhooks"
    ADD CONSTRAINT "webhooks_events_check" CHECK ("events" <@ ARRAY['publication.published', 'publication.failed', 'publication.attention', 'publication.removed', 'generation.succeeded', 'generation.failed']::text[] AND cardinality("events") > 0);
ALTER TABLE "webhook_deliveries"
    ADD CONSTRAINT "webhook_deliveries_event_check" CHECK ("event" IN ('publication.published', 'publication.failed', 'publication.attention', 'publication.removed', 'generation.succeeded', 'generation.failed')),
    ADD CONSTRAINT "webhook_deliveries_status_check" CHECK ("status" IN ('waiting', 'delivered', 'gave_up', 'dropped')),
    ADD CONSTRAINT "webhook_deliveries_waiting_check" CHECK (("status" = 'waiting') = ("next_try_at" IS NOT NULL) AND ("status" = 'delivered') = ("delivered_at" IS NOT NULL));

-- People are told what became of their publications.
ALTER TABLE "notifications"
    DROP CONSTRAINT "notifications_kind_check",
    ADD CONSTRAINT "notifications_kind_check" CHECK ("kind" IN ('order_paid', 'order_closed', 'order_refunded', 'refund_rejected', 'membership_opened', 'membership_renewed', 'membership_ending', 'membership_ended', 'renewal_started', 'renewal_due', 'renewal_stopped', 'gift_expiring', 'coupon_received', 'coupon_expiring', 'withdrawal_confirm', 'withdrawal_paid', 'withdrawal_ended', 'payee_changed', 'rebate_born', 'rebate_paid', 'rebate_lost', 'work_finished', 'new_sign_in', 'password_changed', 'email_changed', 'account_closing', 'support_answered', 'support_closed', 'campaign_rewarded', 'publication_published', 'publication_waiting', 'publication_failed', 'publication_removed', 'platform_account_lapsed', 'support_asked', 'campaign_budget_low'));
ALTER TABLE "notification_wishes"
    DROP CONSTRAINT "notification_wishes_kind_check",
    ADD CONSTRAINT "notification_wishes_kind_check" CHECK ("kind" IN ('order_paid', 'order_closed', 'order_refunded', 'refund_rejected', 'membership_opened', 'membership_renewed', 'membership_ending', 'membership_ended', 'renewal_started', 'renewal_due', 'renewal_stopped', 'gift_expiring', 'coupon_received', 'coupon_expiring', 'withdrawal_confirm', 'withdrawal_paid', 'withdrawal_ended', 'payee_changed', 'rebate_born', 'rebate_paid', 'rebate_lost', 'work_finished', 'new_sign_in', 'password_changed', 'email_changed', 'account_closing', 'support_answered', 'support_closed', 'campaign_rewarded', 'publication_published', 'publication_waiting', 'publication_failed', 'publication_removed', 'platform_account_lapsed', 'support_asked', 'campaign_budget_low'));
