-- AlterTable
ALTER TABLE "Comment" ADD COLUMN "importHash" TEXT;

-- AlterTable
ALTER TABLE "User" ADD COLUMN "externalId" TEXT;
ALTER TABLE "User" ADD COLUMN "totpConfirmedAt" DATETIME;
ALTER TABLE "User" ADD COLUMN "totpSecret" TEXT;
ALTER TABLE "User" ADD COLUMN "totpStep" INTEGER;

-- CreateTable
CREATE TABLE "Passkey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" INTEGER NOT NULL,
    "publicKey" TEXT NOT NULL,
    "counter" INTEGER NOT NULL DEFAULT 0,
    "transports" TEXT NOT NULL DEFAULT '[]',
    "name" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" DATETIME,
    CONSTRAINT "Passkey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Passkey_counter_positive" CHECK ("counter" >= 0)
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "userId" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "RecoveryCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Activity" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "userId" INTEGER,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Activity_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Activity_action_filled" CHECK (length("action") > 0 AND length("subject") > 0)
);

-- CreateTable
CREATE TABLE "PostAuthor" (
    "postId" INTEGER NOT NULL,
    "userId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("postId", "userId"),
    CONSTRAINT "PostAuthor_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PostAuthor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReviewNote" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "postId" INTEGER NOT NULL,
    "userId" INTEGER,
    "body" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "ReviewNote_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ReviewNote_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "ReviewNote_body_filled" CHECK (length("body") > 0)
);

-- CreateTable
CREATE TABLE "PreviewLink" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "tokenHash" TEXT NOT NULL,
    "postId" INTEGER NOT NULL,
    "userId" INTEGER,
    "expiresAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "PreviewLink_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PreviewLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Recording" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "hash" TEXT NOT NULL,
    "filename" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "duration" INTEGER,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uploaderId" INTEGER,
    CONSTRAINT "Recording_uploaderId_fkey" FOREIGN KEY ("uploaderId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Recording_size_positive" CHECK ("bytes" > 0),
    CONSTRAINT "Recording_hash_form" CHECK (length("hash") = 64)
);

-- CreateTable
CREATE TABLE "PostRecording" (
    "postId" INTEGER NOT NULL,
    "recordingId" INTEGER NOT NULL,

    PRIMARY KEY ("postId", "recordingId"),
    CONSTRAINT "PostRecording_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PostRecording_recordingId_fkey" FOREIGN KEY ("recordingId") REFERENCES "Recording" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RemotePicture" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "url" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" DATETIME,
    "error" TEXT,
    "width" INTEGER,
    "height" INTEGER,
    "mediaId" INTEGER,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "RemotePicture_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "RemotePicture_state_known" CHECK ("state" IN ('waiting', 'fetched', 'gone', 'refused')),
    CONSTRAINT "RemotePicture_attempts_positive" CHECK ("attempts" >= 0)
);

-- CreateTable
CREATE TABLE "PostRemotePicture" (
    "postId" INTEGER NOT NULL,
    "remoteId" INTEGER NOT NULL,

    PRIMARY KEY ("postId", "remoteId"),
    CONSTRAINT "PostRemotePicture_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PostRemotePicture_remoteId_fkey" FOREIGN KEY ("remoteId") REFERENCES "RemotePicture" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "filename" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL DEFAULT '',
    "form" TEXT NOT NULL DEFAULT '',
    "isDryRun" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "readKiB" INTEGER NOT NULL DEFAULT 0,
    "sizeKiB" INTEGER NOT NULL DEFAULT 0,
    "report" TEXT NOT NULL DEFAULT '{}',
    "error" TEXT,
    "userId" INTEGER,
    "aliveAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" DATETIME,
    CONSTRAINT "ImportRun_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "ImportRun_state_known" CHECK ("state" IN ('waiting', 'running', 'done', 'cancelled', 'failed')),
    CONSTRAINT "ImportRun_progress_positive" CHECK ("readKiB" >= 0 AND "sizeKiB" >= 0)
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Post" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL DEFAULT 'post',
    "status" TEXT NOT NULL DEFAULT 'draft',
    "path" TEXT,
    "pathKey" TEXT,
    "slug" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL DEFAULT '',
    "natsRef" TEXT NOT NULL DEFAULT '',
    "natsText" TEXT NOT NULL DEFAULT '',
    "bacaan" TEXT NOT NULL DEFAULT '',
    "doa" TEXT NOT NULL DEFAULT '',
    "pertanyaan" TEXT NOT NULL DEFAULT '',
    "lagu" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL DEFAULT '',
    "searchText" TEXT NOT NULL DEFAULT '',
    "snippet" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "lang" TEXT NOT NULL DEFAULT 'id',
    "commentsOpen" BOOLEAN NOT NULL DEFAULT true,
    "commentRule" TEXT,
    "commentsClose" INTEGER,
    "publishedAt" DATETIME,
    "publishedDay" INTEGER,
    "scheduledAt" DATETIME,
    "trashedFrom" TEXT,
    "trashedAt" DATETIME,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "externalId" TEXT,
    "importHash" TEXT,
    "importRevision" INTEGER,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "authorId" INTEGER NOT NULL,
    "coverId" INTEGER,
    "coverAlt" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Post_coverId_fkey" FOREIGN KEY ("coverId") REFERENCES "Media" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Post_commentRule_known" CHECK ("commentRule" IN ('all', 'first', 'old', 'none')),
    CONSTRAINT "Post_commentsClose_positive" CHECK ("commentsClose" >= 0),
    CONSTRAINT "Post_kind_known" CHECK ("kind" IN ('post', 'page')),
    CONSTRAINT "Post_status_known" CHECK ("status" IN ('draft', 'review', 'scheduled', 'published', 'withdrawn', 'trashed')),
    CONSTRAINT "Post_trashedFrom_known" CHECK ("trashedFrom" IN ('draft', 'review', 'scheduled', 'published', 'withdrawn')),
    CONSTRAINT "Post_published_is_whole" CHECK ("status" <> 'published' OR ("path" IS NOT NULL AND "publishedAt" IS NOT NULL AND "publishedDay" IS NOT NULL)),
    CONSTRAINT "Post_scheduled_has_time" CHECK ("status" <> 'scheduled' OR "scheduledAt" IS NOT NULL),
    CONSTRAINT "Post_trashed_has_origin" CHECK (("status" = 'trashed') = ("trashedFrom" IS NOT NULL) AND ("status" = 'trashed') = ("trashedAt" IS NOT NULL)),
    CONSTRAINT "Post_path_has_key" CHECK (("path" IS NULL) = ("pathKey" IS NULL)),
    CONSTRAINT "Post_path_form" CHECK ("path" IS NULL OR ("path" LIKE '/%' AND "path" NOT LIKE '//%')),
    CONSTRAINT "Post_path_key_lower" CHECK ("pathKey" = lower("path")),
    CONSTRAINT "Post_revision_positive" CHECK ("revision" >= 0),
    CONSTRAINT "Post_published_pair" CHECK (("publishedAt" IS NULL) = ("publishedDay" IS NULL))
);
INSERT INTO "new_Post" ("authorId", "bacaan", "body", "commentRule", "commentsClose", "commentsOpen", "coverAlt", "coverId", "createdAt", "description", "externalId", "id", "isSample", "kind", "lang", "natsRef", "natsText", "path", "pathKey", "publishedAt", "publishedDay", "revision", "scheduledAt", "searchText", "slug", "snippet", "status", "title", "trashedAt", "trashedFrom", "updatedAt") SELECT "authorId", "bacaan", "body", "commentRule", "commentsClose", "commentsOpen", "coverAlt", "coverId", "createdAt", "description", "externalId", "id", "isSample", "kind", "lang", "natsRef", "natsText", "path", "pathKey", "publishedAt", "publishedDay", "revision", "scheduledAt", "searchText", "slug", "snippet", "status", "title", "trashedAt", "trashedFrom", "updatedAt" FROM "Post";
DELETE FROM "sqlite_sequence" WHERE "name" = 'new_Post';
INSERT INTO "sqlite_sequence" ("name", "seq") SELECT 'new_Post', "seq" FROM "sqlite_sequence" WHERE "name" = 'Post';
DROP TABLE "Post";
ALTER TABLE "new_Post" RENAME TO "Post";
CREATE UNIQUE INDEX "Post_pathKey_key" ON "Post"("pathKey");
CREATE UNIQUE INDEX "Post_externalId_key" ON "Post"("externalId");
CREATE INDEX "Post_kind_status_publishedAt_id_idx" ON "Post"("kind", "status", "publishedAt" DESC, "id" DESC);
CREATE INDEX "Post_kind_status_publishedDay_idx" ON "Post"("kind", "status", "publishedDay");
CREATE INDEX "Post_authorId_kind_status_publishedAt_id_idx" ON "Post"("authorId", "kind", "status", "publishedAt" DESC, "id" DESC);
CREATE INDEX "Post_status_scheduledAt_idx" ON "Post"("status", "scheduledAt");
CREATE INDEX "Post_kind_updatedAt_id_idx" ON "Post"("kind", "updatedAt" DESC, "id" DESC);
CREATE INDEX "Post_coverId_idx" ON "Post"("coverId");
CREATE TABLE "new_Revision" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "postId" INTEGER NOT NULL,
    "userId" INTEGER,
    "revision" INTEGER NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'saved',
    "saveKey" TEXT,
    "content" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Revision_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Revision_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Revision_kind_known" CHECK ("kind" IN ('saved', 'published', 'restored', 'imported'))
);
INSERT INTO "new_Revision" ("content", "createdAt", "id", "postId", "revision", "userId") SELECT "content", "createdAt", "id", "postId", "revision", "userId" FROM "Revision";
DELETE FROM "sqlite_sequence" WHERE "name" = 'new_Revision';
INSERT INTO "sqlite_sequence" ("name", "seq") SELECT 'new_Revision', "seq" FROM "sqlite_sequence" WHERE "name" = 'Revision';
DROP TABLE "Revision";
ALTER TABLE "new_Revision" RENAME TO "Revision";
CREATE UNIQUE INDEX "Revision_saveKey_key" ON "Revision"("saveKey");
CREATE INDEX "Revision_userId_idx" ON "Revision"("userId");
CREATE UNIQUE INDEX "Revision_postId_revision_key" ON "Revision"("postId", "revision");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Passkey_userId_idx" ON "Passkey"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryCode_userId_hash_key" ON "RecoveryCode"("userId", "hash");

-- CreateIndex
CREATE INDEX "Activity_createdAt_id_idx" ON "Activity"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Activity_subject_createdAt_idx" ON "Activity"("subject", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Activity_userId_idx" ON "Activity"("userId");

-- CreateIndex
CREATE INDEX "PostAuthor_userId_idx" ON "PostAuthor"("userId");

-- CreateIndex
CREATE INDEX "ReviewNote_postId_createdAt_idx" ON "ReviewNote"("postId", "createdAt");

-- CreateIndex
CREATE INDEX "ReviewNote_userId_idx" ON "ReviewNote"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "PreviewLink_tokenHash_key" ON "PreviewLink"("tokenHash");

-- CreateIndex
CREATE INDEX "PreviewLink_postId_idx" ON "PreviewLink"("postId");

-- CreateIndex
CREATE INDEX "PreviewLink_userId_idx" ON "PreviewLink"("userId");

-- CreateIndex
CREATE INDEX "PreviewLink_expiresAt_idx" ON "PreviewLink"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Recording_hash_key" ON "Recording"("hash");

-- CreateIndex
CREATE INDEX "Recording_uploaderId_idx" ON "Recording"("uploaderId");

-- CreateIndex
CREATE INDEX "Recording_createdAt_idx" ON "Recording"("createdAt" DESC);

-- CreateIndex
CREATE INDEX "PostRecording_recordingId_idx" ON "PostRecording"("recordingId");

-- CreateIndex
CREATE UNIQUE INDEX "RemotePicture_url_key" ON "RemotePicture"("url");

-- CreateIndex
CREATE INDEX "RemotePicture_state_dueAt_idx" ON "RemotePicture"("state", "dueAt");

-- CreateIndex
CREATE INDEX "RemotePicture_mediaId_idx" ON "RemotePicture"("mediaId");

-- CreateIndex
CREATE INDEX "PostRemotePicture_remoteId_idx" ON "PostRemotePicture"("remoteId");

-- CreateIndex
CREATE INDEX "ImportRun_state_idx" ON "ImportRun"("state");

-- CreateIndex
CREATE INDEX "ImportRun_createdAt_idx" ON "ImportRun"("createdAt" DESC);

-- CreateIndex
CREATE INDEX "ImportRun_userId_idx" ON "ImportRun"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "User_externalId_key" ON "User"("externalId");
