-- The same answer is counted, and told apart by what it was taken to mean.
ALTER TABLE "publication_evidence" ADD COLUMN "meaning" TEXT,
ADD COLUMN "last_at" TIMESTAMPTZ(3),
ADD COLUMN "seen_count" INTEGER NOT NULL DEFAULT 1;
UPDATE "publication_evidence" SET "last_at" = "at";
ALTER TABLE "publication_evidence" ALTER COLUMN "last_at" SET NOT NULL;

ALTER TABLE "publication_evidence"
    DROP CONSTRAINT "publication_evidence_kind_check",
    ADD CONSTRAINT "publication_evidence_kind_check" CHECK ("kind" IN ('submission_answer', 'platform_status', 'platform_list', 'platform_notice', 'person_address', 'person_word', 'preparation_answer', 'public_page', 'own_check')),
    DROP CONSTRAINT "publication_evidence_by_check",
    ADD CONSTRAINT "publication_evidence_by_check" CHECK ("by" IN ('platform', 'user', 'service')),
    ADD CONSTRAINT "publication_evidence_word_check" CHECK ("confirms" IS NULL OR ("confirms" = 'platform_confirmed' AND "by" = 'platform') OR ("confirms" = 'user_confirmed' AND "by" = 'user')),
    ADD CONSTRAINT "publication_evidence_seen_check" CHECK ("seen_count" > 0);

-- Whatever is more than our own doing has something that was seen behind it; what was written before stays as it was.
ALTER TABLE "publication_history"
    ADD CONSTRAINT "publication_history_evidence_check" CHECK ("evidence_id" IS NOT NULL OR "to_status" IN ('draft', 'scheduled', 'preparing', 'submitted')) NOT VALID;

-- A draft that is no longer in its author's box.
ALTER TABLE "publications"
    DROP CONSTRAINT "publications_reason_check",
    ADD CONSTRAINT "publications_reason_check" CHECK ("reason" IN ('rules_blocked', 'declaration_impossible', 'account_unusable', 'app_keys_refused', 'quota_used_up', 'duplicate', 'media_refused', 'media_missing', 'content_refused', 'invalid_request', 'platform_busy', 'review_refused', 'platform_failed', 'outcome_unknown', 'not_found_there', 'handoff_expired', 'by_person', 'not_posted', 'removed_by_person', 'removed_by_platform', 'work_gone', 'draft_gone'));
ALTER TABLE "publication_attempts"
    DROP CONSTRAINT "publication_attempts_reason_check",
    ADD CONSTRAINT "publication_attempts_reason_check" CHECK ("reason" IN ('rules_blocked', 'declaration_impossible', 'account_unusable', 'app_keys_refused', 'quota_used_up', 'duplicate', 'media_refused', 'media_missing', 'content_refused', 'invalid_request', 'platform_busy', 'review_refused', 'platform_failed', 'outcome_unknown', 'not_found_there', 'handoff_expired', 'by_person', 'not_posted', 'removed_by_person', 'removed_by_platform', 'work_gone', 'draft_gone'));
ALTER TABLE "publication_history"
    DROP CONSTRAINT "publication_history_reason_check",
    ADD CONSTRAINT "publication_history_reason_check" CHECK ("reason" IN ('rules_blocked', 'declaration_impossible', 'account_unusable', 'app_keys_refused', 'quota_used_up', 'duplicate', 'media_refused', 'media_missing', 'content_refused', 'invalid_request', 'platform_busy', 'review_refused', 'platform_failed', 'outcome_unknown', 'not_found_there', 'handoff_expired', 'by_person', 'not_posted', 'removed_by_person', 'removed_by_platform', 'work_gone', 'draft_gone'));

-- An account whose list of addresses lacks ours is not one whose permission has lapsed.
ALTER TABLE "platform_accounts"
    DROP CONSTRAINT "platform_accounts_state_check",
    ADD CONSTRAINT "platform_accounts_state_check" CHECK ("state" IN ('connected', 'expired', 'address_refused', 'restricted', 'disconnected'));
