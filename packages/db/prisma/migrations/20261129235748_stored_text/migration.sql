-- CreateTable
CREATE TABLE "user_storage" (
    "user_id" UUID NOT NULL,
    "text_bytes" BIGINT NOT NULL,

    CONSTRAINT "user_storage_pkey" PRIMARY KEY ("user_id")
);

-- AddForeignKey
ALTER TABLE "user_storage" ADD CONSTRAINT "user_storage_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE FUNCTION add_stored_text(owner uuid, delta bigint) RETURNS void LANGUAGE sql AS $$
  INSERT INTO user_storage (user_id, text_bytes) SELECT owner, delta WHERE delta <> 0
  ON CONFLICT (user_id) DO UPDATE SET text_bytes = user_storage.text_bytes + EXCLUDED.text_bytes
$$;

CREATE FUNCTION json_bytes(value jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(octet_length(value::text), 0)::bigint
$$;

-- By row, and for these columns only: a draft is saved every second, and is no business of these.
CREATE FUNCTION count_copied_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM add_stored_text(NEW.user_id,
    json_bytes(NEW.copied_form) - CASE WHEN TG_OP = 'UPDATE' THEN json_bytes(OLD.copied_form) ELSE 0 END);
  RETURN NULL;
END $$;
CREATE TRIGGER creations_count_text AFTER INSERT OR UPDATE OF copied_form ON creations
  FOR EACH ROW EXECUTE FUNCTION count_copied_form();

CREATE FUNCTION count_generation_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM add_stored_text(NEW.user_id,
    json_bytes(NEW.input) - CASE WHEN TG_OP = 'UPDATE' THEN json_bytes(OLD.input) ELSE 0 END);
  RETURN NULL;
END $$;
CREATE TRIGGER generations_count_text AFTER INSERT OR UPDATE OF input ON generations
  FOR EACH ROW EXECUTE FUNCTION count_generation_form();

CREATE FUNCTION count_version_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM add_stored_text((SELECT user_id FROM creations WHERE id = NEW.creation_id),
    octet_length(NEW.raw_text) + json_bytes(NEW.result)
    - CASE WHEN TG_OP = 'UPDATE' THEN octet_length(OLD.raw_text) + json_bytes(OLD.result) ELSE 0 END);
  RETURN NULL;
END $$;
CREATE TRIGGER creation_versions_count_text AFTER INSERT OR UPDATE OF raw_text, result ON creation_versions
  FOR EACH ROW EXECUTE FUNCTION count_version_text();

-- What is there already.
INSERT INTO user_storage (user_id, text_bytes)
SELECT user_id, sum(bytes) FROM (
  SELECT user_id, json_bytes(copied_form) AS bytes FROM creations
  UNION ALL SELECT user_id, json_bytes(input) FROM generations
  UNION ALL SELECT c.user_id, octet_length(v.raw_text) + json_bytes(v.result) FROM creation_versions v JOIN creations c ON c.id = v.creation_id
) texts GROUP BY user_id;
