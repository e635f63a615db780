// Package database is the only package that knows the OMA schema.
package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"
)

// FailoverJob is a row of the failover_jobs table.
type FailoverJob struct {
	JobID      string
	VMID       string
	Kind       string
	Status     string
	TestVMID   string
	SnapshotID string
	VolumeIDs  []string
	Message    string
	UpdatedAt  time.Time
}

// ErrNoFailoverJob is returned when no row matches.
var ErrNoFailoverJob = errors.New("no such failover job")

// FailoverJobs reads and writes failover_jobs.
type FailoverJobs interface {
	Save(ctx context.Context, job FailoverJob) error
	LatestFor(ctx context.Context, vmID, kind string) (FailoverJob, error)
}

// SQLFailoverJobs keeps failover jobs in MariaDB.
type SQLFailoverJobs struct {
	db *sql.DB
}

// NewSQLFailoverJobs returns a repository on db.
func NewSQLFailoverJobs(db *sql.DB) *SQLFailoverJobs {
	return &SQLFailoverJobs{db: db}
}

// Save implements [FailoverJobs].
func (r *SQLFailoverJobs) Save(ctx context.Context, job FailoverJob) error {
	const statement = `
		INSERT INTO failover_jobs (job_id, vm_id, kind, status, test_vm_id, snapshot_id, volume_ids, message, updated_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON DUPLICATE KEY UPDATE
			status = VALUES(status), test_vm_id = VALUES(test_vm_id),
			snapshot_id = VALUES(snapshot_id), volume_ids = VALUES(volume_ids), message = VALUES(message), updated_at = VALUES(updated_at)`
	_, err := r.db.ExecContext(ctx, statement,
		job.JobID, job.VMID, job.Kind, job.Status, job.TestVMID, job.SnapshotID,
		strings.Join(job.VolumeIDs, ","), job.Message, job.UpdatedAt)
	if err != nil {
		return fmt.Errorf("save failover job %s: %w", job.JobID, err)
	}
	return nil
}

// LatestFor implements [FailoverJobs].
func (r *SQLFailoverJobs) LatestFor(ctx context.Context, vmID, kind string) (FailoverJob, error) {
	const query = `
		SELECT job_id, vm_id, kind, status, test_vm_id, snapshot_id, volume_ids, message, updated_at
		FROM failover_jobs WHERE vm_id = ? AND kind = ? ORDER BY updated_at DESC LIMIT 1`
	var job FailoverJob
	var volumeIDs string
	err := r.db.QueryRowContext(ctx, query, vmID, kind).Scan(
		&job.JobID, &job.VMID, &job.Kind, &job.Status, &job.TestVMID, &job.SnapshotID,
		&volumeIDs, &job.Message, &job.UpdatedAt)
	if errors.Is(err, sql.ErrNoRows) {
		return FailoverJob{}, ErrNoFailoverJob
	}
	if err != nil {
		return FailoverJob{}, fmt.Errorf("find failover job of %s: %w", vmID, err)
	}
	job.VolumeIDs = strings.FieldsFunc(volumeIDs, func(r rune) bool { return r == ',' })
	return job, nil
}

// MemoryFailoverJobs keeps failover jobs in memory.
type MemoryFailoverJobs struct {
	mu   sync.Mutex
	rows []FailoverJob
}

// Save implements [FailoverJobs].
func (r *MemoryFailoverJobs) Save(_ context.Context, job FailoverJob) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	for i := range r.rows {
		if r.rows[i].JobID == job.JobID {
			r.rows[i] = job
			return nil
		}
	}
	r.rows = append(r.rows, job)
	return nil
}

// LatestFor implements [FailoverJobs].
func (r *MemoryFailoverJobs) LatestFor(_ context.Context, vmID, kind string) (FailoverJob, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for i := len(r.rows) - 1; i >= 0; i-- {
		if r.rows[i].VMID == vmID && r.rows[i].Kind == kind {
			return r.rows[i], nil
		}
	}
	return FailoverJob{}, ErrNoFailoverJob
}
